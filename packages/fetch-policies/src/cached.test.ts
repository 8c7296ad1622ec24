import type { PageClass, PageKind } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { type Answer, ask, classify, listening, ScriptedFetcher } from '../test/scripted-fetcher.js';
import { VirtualClock } from '../test/virtual-clock.js';
import { type CacheMode, cached, type StoredPage } from './cached.js';

/** A cache in memory that takes every good page, and counts whether an old one would do. */
function memory() {
  const pages = new Map<string, StoredPage>();
  const asked: boolean[] = [];
  return {
    pages,
    asked,
    get: (url: string, any: boolean) => {
      asked.push(any);
      return pages.get(url);
    },
    keeps: (pageClass: PageClass) => pageClass === 'ok' || pageClass === 'empty',
    put: (url: string, _kind: PageKind, _class: PageClass, page: StoredPage) => void pages.set(url, page),
  };
}

function setUp(mode: CacheMode, answers: readonly Answer[] = [{}]) {
  const clock = new VirtualClock();
  const site = new ScriptedFetcher(clock, answers);
  const cache = memory();
  const fetcher = cached({ fetcher: site, classify, clock, cache, mode, extract: (page) => `short ${page.body}` });
  return { clock, site, cache, fetcher };
}

const STORED: StoredPage = { answeredUrl: 'https://site.test/a', status: 200, body: 'kept', fetchedBy: 'async' };

describe('cached', () => {
  it('keeps the extract of a good page, and hands on the whole one', async () => {
    const { clock, site, cache, fetcher } = setUp('use');
    const page = await clock.run(fetcher.fetch(ask('a')));
    expect(cache.pages.get('https://site.test/a')).toEqual({
      answeredUrl: page.url,
      status: 200,
      body: `short ${page.body}`,
      fetchedBy: page.fetchedBy,
    });
    expect(site.sent).toHaveLength(1);
  });

  it('answers from what it kept, without a request, a header or a cost', async () => {
    const { site, cache, fetcher } = setUp('use');
    cache.pages.set('https://site.test/a', STORED);
    const asker = listening();
    expect(await fetcher.fetch(ask('a'), asker)).toMatchObject({
      body: 'kept',
      headers: {},
      fetchedBy: 'async',
      timing: { networkMs: 0, wireBytes: 0 },
    });
    expect(asker.notes).toEqual([{ type: 'cache', hit: true }]);
    expect(site.sent).toEqual([]);
  });

  it.each<[string, Answer]>([
    ['a refusal', { status: 403 }],
    ['a fault', { status: 500 }],
    ['a page without its data', { means: 'missing-payload' }],
  ])('does not keep %s', async (_what, answer) => {
    const { clock, cache, fetcher } = setUp('use', [answer]);
    await clock.run(fetcher.fetch(ask('a')));
    expect(cache.pages.size).toBe(0);
  });

  it('asks anew on refresh, and keeps the new page', async () => {
    const { clock, site, cache, fetcher } = setUp('refresh');
    cache.pages.set('https://site.test/a', STORED);
    await clock.run(fetcher.fetch(ask('a')));
    expect(site.sent).toHaveLength(1);
    expect(cache.pages.get('https://site.test/a')?.body).not.toBe('kept');
  });

  it('takes any page offline, however old, and sends nothing for one that is missing', async () => {
    const { site, cache, fetcher } = setUp('only');
    cache.pages.set('https://site.test/a', STORED);
    expect((await fetcher.fetch(ask('a'))).body).toBe('kept');
    await expect(fetcher.fetch(ask('b'))).rejects.toMatchObject({ code: 'FETCH_OFFLINE' });
    expect(cache.asked).toEqual([true, true]);
    expect(site.sent).toEqual([]);
  });
});
