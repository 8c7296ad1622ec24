import type { Page, PageKind } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { type Answer, ask, classify, listening, ScriptedFetcher } from '../test/scripted-fetcher.js';
import { VirtualClock } from '../test/virtual-clock.js';
import { once } from './once.js';

function setUp(answers: ConstructorParameters<typeof ScriptedFetcher>[1] = [{}], keptBytes = 1_000) {
  const clock = new VirtualClock();
  const site = new ScriptedFetcher(clock, answers);
  return { clock, site, fetcher: once({ fetcher: site, classify, keptBytes }) };
}

describe('once', () => {
  it('lets those who ask at the same time share one request', async () => {
    const { clock, site, fetcher } = setUp();
    const [one, two] = [listening(), listening()];
    const pages = await clock.run(Promise.all([fetcher.fetch(ask(), one), fetcher.fetch(ask(), two)]));
    expect(pages[0]).toBe(pages[1]);
    expect(site.sent).toHaveLength(1);
    expect(one.notes).toEqual([{ type: 'cache', hit: false }]);
    expect(two.notes).toEqual([{ type: 'cache', hit: true }]);
  });

  it('gives later ones the page it kept, and asks for other pages', async () => {
    const { clock, site, fetcher } = setUp();
    const page = await clock.run(fetcher.fetch(ask('a')));
    const later = listening();
    expect(await fetcher.fetch(ask('a'), later)).toBe(page);
    expect(later.notes).toEqual([{ type: 'cache', hit: true }]);
    await clock.run(fetcher.fetch(ask('b')));
    expect(site.sent.map(({ url }) => url)).toEqual(['https://site.test/a', 'https://site.test/b']);
  });

  it('keeps the lighter page where one is made, and gives the first asker the whole one', async () => {
    const clock = new VirtualClock();
    const site = new ScriptedFetcher(clock, [{}]);
    const lighten = (page: Page, kind: PageKind): Page => ({ ...page, body: `light ${kind}` });
    const fetcher = once({ fetcher: site, classify, keptBytes: 1_000, lighten });
    const whole = await clock.run(fetcher.fetch(ask()));
    expect(whole.body).not.toBe('light search');
    expect((await fetcher.fetch(ask())).body).toBe('light search');
    expect(site.sent).toHaveLength(1);
  });

  it.each<[Answer, number]>([
    [{ means: 'ok' }, 1],
    [{ means: 'empty' }, 1],
    [{ status: 404 }, 1],
    [{ status: 403 }, 2],
    [{ status: 429 }, 2],
    [{ status: 500 }, 2],
    [{ means: 'shell' }, 2],
    [{ means: 'missing-payload' }, 2],
    [{ means: 'unknown-shape' }, 2],
  ])('after %j a second asker brings the requests to %d', async (answer, requests) => {
    const { clock, site, fetcher } = setUp([answer]);
    await clock.run(fetcher.fetch(ask()));
    await clock.run(fetcher.fetch(ask()));
    expect(site.sent).toHaveLength(requests);
  });

  it('keeps no failure, which all who wait for it share', async () => {
    const { clock, site, fetcher } = setUp([{ fails: 'FETCH_TIMEOUT' }, {}]);
    const both = Promise.allSettled([fetcher.fetch(ask()), fetcher.fetch(ask())]);
    expect((await clock.run(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await clock.run(fetcher.fetch(ask()));
    expect(site.sent).toHaveLength(2);
  });

  it('lets one asker give up without the others noticing', async () => {
    const { clock, site, fetcher } = setUp();
    const impatient = new AbortController();
    const left = listening(impatient.signal);
    const gone = fetcher.fetch(ask(), left);
    const staying = fetcher.fetch(ask(), listening());
    await clock.pass(5);
    impatient.abort();
    await expect(gone).rejects.toMatchObject({ code: 'FETCH_ABORTED', url: 'https://site.test/a' });
    expect(site.aborted).toBe(0);
    expect((await clock.run(staying)).status).toBe(200);
    expect(site.sent).toHaveLength(1);
  });

  it('aborts the request when the last asker has given up, and asks anew for the next', async () => {
    const { clock, site, fetcher } = setUp();
    const askers = [new AbortController(), new AbortController()];
    const both = Promise.allSettled(askers.map(({ signal }) => fetcher.fetch(ask(), { signal })));
    await clock.pass(5);
    askers[0]?.abort();
    expect(site.aborted).toBe(0);
    askers[1]?.abort();
    const next = fetcher.fetch(ask());
    await clock.run(both);
    expect(site.aborted).toBe(1);
    const joining = fetcher.fetch(ask());
    expect((await clock.run(next)).status).toBe(200);
    expect(await clock.run(joining)).toBe(await next);
    expect(site.sent).toHaveLength(2);
    await fetcher.fetch(ask());
    expect(site.sent).toHaveLength(2);
  });

  it('sends nothing for an asker that had given up before', async () => {
    const { site, fetcher } = setUp();
    await expect(fetcher.fetch(ask(), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'FETCH_ABORTED',
    });
    expect(site.sent).toEqual([]);
  });

  it('lets many requests listen to the one signal of a run without a warning of a leak', async () => {
    const { clock, fetcher } = setUp();
    const warnings: string[] = [];
    const hear = (warning: Error) => warnings.push(warning.name);
    process.on('warning', hear);
    const { signal } = new AbortController();
    await clock.run(Promise.all(Array.from({ length: 30 }, (_, n) => fetcher.fetch(ask(`${n}`), { signal }))));
    process.off('warning', hear);
    expect(warnings).toEqual([]);
  });

  it('tells what its request meets with to one asker only: the first that still waits', async () => {
    const clock = new VirtualClock();
    const site = new ScriptedFetcher(clock);
    const talkative = {
      name: 'talkative',
      concurrency: 1,
      fetch: async (...[request, options]: Parameters<typeof site.fetch>) => {
        options?.onNote?.({ type: 'wait', reason: 'rate', ms: 1 });
        const page = await site.fetch(request, options);
        options?.onNote?.({ type: 'wait', reason: 'rate', ms: 2 });
        return page;
      },
      [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
    };
    const fetcher = once({ fetcher: talkative, classify, keptBytes: 0 });
    const impatient = new AbortController();
    const [one, two] = [listening(impatient.signal), listening()];
    const first = fetcher.fetch(ask(), one);
    const second = fetcher.fetch(ask(), two);
    await clock.pass(5);
    impatient.abort();
    await expect(first).rejects.toMatchObject({ code: 'FETCH_ABORTED' });
    await clock.run(second);
    expect(one.notes).toEqual([
      { type: 'cache', hit: false },
      { type: 'wait', reason: 'rate', ms: 1 },
    ]);
    expect(two.notes).toEqual([
      { type: 'wait', reason: 'rate', ms: 2 },
      { type: 'cache', hit: true },
    ]);
  });

  it('makes room by forgetting what was unused for longest', async () => {
    const { clock, site, fetcher } = setUp([{ body: 'x'.repeat(400) }], 1_000);
    for (const path of ['a', 'b', 'a', 'c', 'a', 'b']) await clock.run(fetcher.fetch(ask(path)));
    expect(site.sent.map(({ url }) => url.at(-1)).join('')).toBe('abcb');
  });

  it('keeps no page that is larger than all its room, nor loses others to it', async () => {
    const { clock, site, fetcher } = setUp((request) => ({
      body: 'x'.repeat(request.url.endsWith('big') ? 1_001 : 10),
    }));
    for (const path of ['a', 'big', 'big', 'a']) await clock.run(fetcher.fetch(ask(path)));
    expect(site.sent).toHaveLength(3);
  });

  it('disposes of what it wraps, and is otherwise like it', async () => {
    const { site, fetcher } = setUp();
    expect([fetcher.name, fetcher.concurrency]).toEqual(['scripted', 50]);
    await fetcher[Symbol.asyncDispose]();
    expect(site.disposed).toBe(1);
  });
});
