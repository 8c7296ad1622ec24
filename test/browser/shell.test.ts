import { classify, readPage } from '@cuepoint/beatport';
import type { PageRequest } from '@cuepoint/core';
import asyncPlugin from '@cuepoint/fetch-async';
import { type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { smallLibrary } from '../engine/small-library.js';
import { type BrowserBench, openBrowserBench } from './browser-bench.js';
import { noBrowser } from './this-browser.js';

const READY = ['[data-testid="tracks-table-row"]', 'h1[class*="TrackHeader-style__Name"]'];

describe.skipIf(noBrowser !== undefined)(`pages of the store (${noBrowser ?? 'in a real browser'})`, () => {
  let site: StandIn;
  let bench: BrowserBench;
  let requests: readonly PageRequest[];
  beforeAll(async () => {
    await using library = await smallLibrary();
    bench = openBrowserBench();
    site = await startStandIn({ catalogue: library.rows });
    const searches = [0, 1, 2, 3].map((n) => `/search/tracks?q=${encodeURIComponent(library.rows[n * 3]?.name ?? '')}`);
    requests = [...searches, '/search/tracks?q=zzzzqqqq', `/track/t/${library.expected[0]}`].map((address) => ({
      url: site.url + address,
      kind: address.startsWith('/track') ? 'track' : 'search',
      ready: READY,
    }));
  });
  afterEach(() => {
    site.configure({ shell: false, faults: [] });
    site.reset();
  });
  afterAll(async () => {
    await site.close();
    expect(await bench.leftovers()).toEqual([]);
    await bench[Symbol.asyncDispose]();
  });

  const plain = async () => {
    const context = { allowedOrigins: [site.url], timeoutMs: 20_000, maxBodyBytes: 5_000_000, maxInFlight: 4 };
    await using fetcher = await asyncPlugin.create({}, { ...context, userAgent: 'CuePoint/test', log: () => {} });
    // Awaited here: the fetcher is closed when this function returns.
    return await Promise.all(requests.map((request) => fetcher.fetch(request)));
  };
  const read = (pages: Awaited<ReturnType<typeof plain>>) =>
    Promise.all(
      pages.map(async (page, n) => ({
        class: classify(page, requests[n]?.kind ?? 'search'),
        reading: await readPage(page, requests[n]?.kind ?? 'search'),
      })),
    );

  test.each([
    ['whole pages, the first one shown and the rest got inside it', false],
    ['empty pages whose script gets the data', true],
  ])('%s: the same tracks as over HTTP', async (_what, shell) => {
    const expected = await read(await plain());
    expect(expected.map((each) => each.class)).toEqual(['ok', 'ok', 'ok', 'ok', 'empty', 'ok']);
    site.configure({ shell });
    expect(new Set((await read(await plain())).map((each) => each.class)).has('shell')).toBe(shell);
    await using fetcher = await bench.make(site.url);
    const pages = await Promise.all(requests.map((request) => fetcher.fetch(request)));
    expect(await read(pages)).toEqual(expected);
  });

  test('once in, a page costs one request and no script of the site is loaded again', async () => {
    await using fetcher = await bench.make(site.url, { pages: 1 });
    for (const request of requests) await fetcher.fetch(request);
    const kinds = site.requests.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'page')).toHaveLength(requests.length);
    const lastAsset = kinds.lastIndexOf('asset');
    expect(kinds.slice(0, lastAsset).filter((kind) => kind === 'page')).toHaveLength(1);
  });

  test('where it gives no data from inside, it is tried once and then left for a while', async () => {
    site.configure({ shell: true });
    await using fetcher = await bench.make(site.url, { pages: 1 });
    const searches = requests.filter(({ kind }) => kind === 'search');
    for (const request of searches) await fetcher.fetch(request);
    expect(site.requests.filter(({ kind }) => kind === 'page')).toHaveLength(searches.length + 1);
  });

  test('a script that never gets its data: the page as it is, after the time for results', async () => {
    site.configure({ faults: [{ name: 'empty-shell' }] });
    await using fetcher = await bench.make(site.url, { resultsTimeoutMs: 300 });
    const [request] = requests;
    if (request === undefined) throw new Error('There is a request');
    const page = await fetcher.fetch(request);
    expect([page.status, classify(page, 'search')]).toEqual([200, 'shell']);
  });

  test.each([
    ['challenge', 403],
    ['challenge-200', 200],
    ['forbidden', 403],
  ] as const)('%s: handed back at once as it is, one request each time', async (name, status) => {
    site.configure({ faults: [{ name }] });
    // With an hour for the results, any waiting for them would end the test.
    await using fetcher = await bench.make(site.url, { resultsTimeoutMs: 3_600_000 });
    for (const request of requests.slice(0, 3)) {
      const page = await fetcher.fetch(request);
      expect([page.status, classify(page, 'search')]).toEqual([status, 'blocked']);
    }
    expect(site.requests.filter(({ kind }) => kind === 'page')).toHaveLength(3);
  });

  test('the browser is started anew after its number of pages, and keeps its cookies', async () => {
    const said: string[] = [];
    await using fetcher = await bench.make(
      site.url,
      { recycleAfter: 2 },
      { context: { log: (text) => void said.push(text) } },
    );
    await fetcher.fetch({ url: `${site.url}/__test/set-cookie`, kind: 'search' });
    const pages = await Promise.all(requests.map((request) => fetcher.fetch(request)));
    expect(pages.map(({ status }) => status)).toEqual(requests.map(() => 200));
    const { body } = await fetcher.fetch({ url: `${site.url}/__test/echo`, kind: 'search' });
    expect(body).toContain('stand_in=kept');
    expect(said.filter((text) => text.includes('number of pages')).length).toBeGreaterThanOrEqual(2);
  });
});
