import { describe, expect, it } from 'vitest';
import { type Answer, ask, classify, listening, ScriptedFetcher } from '../test/scripted-fetcher.js';
import { VirtualClock } from '../test/virtual-clock.js';
import { Halt } from './halt.js';
import { opening } from './opening.js';

function setUp(answers: readonly Answer[]) {
  const clock = new VirtualClock();
  const site = new ScriptedFetcher(clock, answers);
  return { clock, site, fetcher: opening({ fetcher: site, classify, clock, halt: new Halt() }) };
}

const paths = Array.from({ length: 6 }, (_, n) => `${n}`);

describe('opening', () => {
  it.each<[string, readonly Answer[], number[]]>([
    ['lets all go after a first good answer', [{}], [0, 10, 10, 10, 10, 10]],
    ['takes an empty answer for good', [{ means: 'empty' }], [0, 10, 10, 10, 10, 10]],
    ['goes one by one while the site refuses', [{ status: 403 }], [0, 10, 20, 30, 40, 50]],
    ['goes one by one while nothing comes', [{ fails: 'FETCH_TIMEOUT' }], [0, 10, 20, 30, 40, 50]],
    ['opens later when the first answers were bad', [{ status: 500 }, { status: 429 }, {}], [0, 10, 20, 30, 30, 30]],
    ['stays open', [{}, { status: 403 }], [0, 10, 10, 10, 10, 10]],
  ])('%s', async (_, answers, times) => {
    const { clock, site, fetcher } = setUp(answers);
    const from = clock.now();
    await clock.run(Promise.allSettled(paths.map((path) => fetcher.fetch(ask(path)))));
    expect(site.sent.map(({ at }) => at - from)).toEqual(times);
  });

  it('can be left, and says how long it held a request up', async () => {
    const { clock, site, fetcher } = setUp([{}]);
    const impatient = new AbortController();
    const first = fetcher.fetch(ask('first'));
    const gone = fetcher.fetch(ask('gone'), { signal: impatient.signal });
    const heard = listening();
    const last = fetcher.fetch(ask('last'), heard);
    impatient.abort();
    await expect(gone).rejects.toMatchObject({ code: 'FETCH_ABORTED' });
    await clock.run(Promise.all([first, last]));
    expect(site.sent).toHaveLength(2);
    expect(heard.notes).toEqual([{ type: 'wait', reason: 'bound', ms: 10 }]);
  });

  it('serves as many at once as what it wraps, and disposes of it', async () => {
    const { site, fetcher } = setUp([{}]);
    expect(fetcher.concurrency).toBe(50);
    await fetcher[Symbol.asyncDispose]();
    expect(site.disposed).toBe(1);
  });
});
