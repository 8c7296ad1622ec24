import type { CatalogQuery, Page, PageReport } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { type Answer, fetcherOf, idOf, refuse } from '../../test/hand-fetcher.js';
import { bareHtml, envelope, htmlOf, pageOf, query } from '../../test/pages.js';
import { flatTrackOf, searchRowOf } from '../../test/tracks.js';
import { createPageReader } from '../reading/page-reader.js';
import { createSiteCatalog } from './site-catalog.js';

const LUMEN: CatalogQuery = { text: 'Ada Vale Lumen Drift', type: 'priority' };

function searchPage(...rows: readonly object[]): Page {
  return pageOf({ body: htmlOf(envelope([query('search-tracks', { data: rows })])) });
}

function trackPage(url: string, id: number, changes: object = {}): Page {
  const track = flatTrackOf({ track_id: id, ...changes });
  return pageOf({ url, body: htmlOf(envelope([query(`track-details-${id}`, track)])) });
}

/** The number at the end of a track page's URL. */
function idIn(url: string): number {
  return Number(url.split('/').at(-1));
}

/** A site with a search of three rows and a page for every track. */
const site: Answer = ({ url, kind }) =>
  kind === 'search'
    ? searchPage(...[11, 12, 13].map((track_id) => searchRowOf({ track_id, isrc: undefined })))
    : trackPage(url, idIn(url));

describe('search', () => {
  it('asks for one page and answers its tracks', async () => {
    const fetcher = fetcherOf(site);
    const catalog = createSiteCatalog({ fetcher, baseUrl: 'http://127.0.0.1:8080' });
    const outcome = await catalog.search(LUMEN);
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.tracks.map((track) => track.id)).toEqual([11, 12, 13]);
    expect(outcome.tracks[0]?.url).toBe('http://127.0.0.1:8080/track/lumen-drift/11');
    expect(fetcher.requests).toEqual([
      {
        url: 'http://127.0.0.1:8080/search/tracks?q=Ada+Vale+Lumen+Drift&per_page=50',
        kind: 'search',
        ready: ['[data-testid="tracks-table-row"]'],
      },
    ]);
    expect(catalog.name).toBe('site');
  });

  it('answers an empty list for a search without results', async () => {
    const catalog = createSiteCatalog({ fetcher: fetcherOf(() => searchPage()) });
    expect(await catalog.search(LUMEN)).toEqual({ ok: true, tracks: [] });
  });

  it.each([
    ['rate-limited', 'rate-limited', pageOf({ status: 429 })],
    ['blocked', 'blocked', pageOf({ status: 403 })],
    ['failed', 'transient', pageOf({ status: 502 })],
    ['failed', 'missing-payload', pageOf({ body: bareHtml('hello') })],
    ['failed', 'unknown-shape', searchPage({ song: 1 })],
  ])('answers %s for a page that is %s', async (kind, code, page) => {
    const outcome = await createSiteCatalog({ fetcher: fetcherOf(() => page) }).search(LUMEN);
    expect(outcome).toMatchObject({ ok: false, kind, code, message: expect.stringMatching(/^Beatport .*\.$/) });
  });

  it.each([
    ['aborted', 'FETCH_ABORTED'],
    ['blocked', 'FETCH_STOPPED'],
    ['failed', 'FETCH_TIMEOUT'],
    ['failed', 'FETCH_NETWORK'],
    ['failed', 'FETCH_TOO_LARGE'],
    ['failed', 'FETCH_HOST_REFUSED'],
  ] as const)('answers %s when the transport says %s', async (kind, code) => {
    const reports: PageReport[] = [];
    const catalog = createSiteCatalog({ fetcher: fetcherOf(refuse(code)) });
    const outcome = await catalog.search(LUMEN, { onPage: (report) => reports.push(report) });
    expect(outcome).toMatchObject({ ok: false, kind, code, message: expect.stringMatching(/\.$/) });
    expect(reports).toMatchObject([{ outcome: 'error', errorCode: code, cacheHit: false, bodyBytes: 0 }]);
  });

  it('answers failed for a fetcher with a defect, and says what it said', async () => {
    const fetcher = fetcherOf(() => {
      throw new TypeError('pool is undefined');
    });
    expect(await createSiteCatalog({ fetcher }).search(LUMEN)).toEqual({
      ok: false,
      kind: 'failed',
      code: 'FETCH_UNKNOWN',
      message: 'The page could not be fetched: pool is undefined',
    });
  });

  it('asks for nothing once it has been aborted', async () => {
    const fetcher = fetcherOf(site);
    const reports: PageReport[] = [];
    const outcome = await createSiteCatalog({ fetcher }).search(LUMEN, {
      signal: AbortSignal.abort(),
      onPage: (report) => reports.push(report),
    });
    expect(outcome).toMatchObject({ ok: false, kind: 'aborted' });
    expect(fetcher.requests).toEqual([]);
    expect(reports).toEqual([]);
  });

  it('answers aborted for whatever a fetcher throws after the signal', async () => {
    const stop = new AbortController();
    const fetcher = fetcherOf((_, { signal }) => {
      stop.abort();
      throw signal?.reason;
    });
    expect(await createSiteCatalog({ fetcher }).search(LUMEN, { signal: stop.signal })).toMatchObject({
      kind: 'aborted',
    });
  });

  it("lets an observer's own error pass", async () => {
    const search = createSiteCatalog({ fetcher: fetcherOf(site) }).search(LUMEN, {
      onPage: () => {
        throw new Error('observer');
      },
    });
    await expect(search).rejects.toThrow('observer');
  });
});

describe('the report of a page', () => {
  /** One search, its report, on a clock that moves on by 10 ms with every look at it. */
  async function reportOf(answer: Answer): Promise<PageReport | undefined> {
    let now = 0;
    const reports: PageReport[] = [];
    const catalog = createSiteCatalog({
      fetcher: fetcherOf(answer),
      clock: () => {
        now += 10;
        return now;
      },
    });
    await catalog.search(LUMEN, { onPage: (report) => reports.push(report) });
    expect(reports).toHaveLength(1);
    return reports[0];
  }

  const page = searchPage(searchRowOf());
  const { bodyBytes } = page.timing;

  it('is made from the page where the fetcher sends no notes', async () => {
    expect(await reportOf(() => page)).toEqual({
      url: 'https://www.beatport.com/search/tracks?q=Ada+Vale+Lumen+Drift&per_page=50',
      kind: 'search',
      outcome: 'ok',
      status: 200,
      cacheHit: false,
      attempts: [
        { fetchedBy: 'hand', startedAt: 1000, networkMs: 120, status: 200, outcome: 'ok', wireBytes: 40, bodyBytes },
      ],
      queueWaitMs: 0,
      networkMs: 120,
      parseMs: 10,
      wireBytes: 40,
      bodyBytes,
      startedAt: 10,
      endedAt: 40,
    });
  });

  it('sums waits and attempts where it does', async () => {
    const attempt = { fetchedBy: 'hand', startedAt: 5, networkMs: 70, wireBytes: 9, bodyBytes: 90 };
    const report = await reportOf((_, { onNote }) => {
      onNote?.({ type: 'cache', hit: false });
      onNote?.({ type: 'wait', reason: 'rate', ms: 250 });
      onNote?.({ type: 'attempt', attempt: { ...attempt, status: 503, outcome: 'transient' } });
      onNote?.({ type: 'wait', reason: 'backoff', ms: 500 });
      onNote?.({ type: 'attempt', attempt: { ...attempt, status: 200, outcome: 'ok' } });
      return page;
    });
    expect(report).toMatchObject({ queueWaitMs: 750, networkMs: 140, wireBytes: 18, bodyBytes, cacheHit: false });
    expect(report?.attempts.map((one) => one.status)).toEqual([503, 200]);
  });

  it('counts no network for a cache hit', async () => {
    const report = await reportOf((_, { onNote }) => {
      onNote?.({ type: 'cache', hit: true });
      return page;
    });
    expect(report).toMatchObject({ cacheHit: true, attempts: [], networkMs: 0, wireBytes: 0, bodyBytes, status: 200 });
  });

  it('holds the attempt that failed, with the time it took', async () => {
    expect(await reportOf(refuse('FETCH_TIMEOUT'))).toMatchObject({
      outcome: 'error',
      errorCode: 'FETCH_TIMEOUT',
      networkMs: 10,
      attempts: [{ fetchedBy: 'hand', outcome: 'error', errorCode: 'FETCH_TIMEOUT', startedAt: 10, networkMs: 10 }],
    });
    expect(await reportOf(refuse('FETCH_STOPPED'))).toMatchObject({ attempts: [], networkMs: 0 });
  });

  it('shows the parse time of a page that a policy had looked at before', async () => {
    let now = 0;
    const clock = () => {
      now += 10;
      return now;
    };
    const reader = createPageReader({ clock });
    const fetcher = fetcherOf(() => {
      reader.classify(page, 'search');
      return page;
    });
    const reports: PageReport[] = [];
    await createSiteCatalog({ fetcher, reader, clock }).search(LUMEN, { onPage: (report) => reports.push(report) });
    expect(reports[0]?.parseMs).toBe(10);
    expect(now).toBe(40);
  });
});

describe('track and tracks', () => {
  it('fetch the page of a track', async () => {
    const fetcher = fetcherOf(site);
    const outcome = await createSiteCatalog({ fetcher }).track(idOf(21));
    expect(outcome).toMatchObject({ ok: true, track: { id: 21, name: 'Lumen Drift', label: 'Harbour Lights' } });
    expect(fetcher.requests.map((request) => request.url)).toEqual(['https://www.beatport.com/track/track/21']);
  });

  it('answer one outcome per id, in the order asked for', async () => {
    const fetcher = fetcherOf((request) => {
      const id = idIn(request.url);
      return id === 22 ? pageOf({ url: request.url, status: 404 }) : trackPage(request.url, id);
    });
    const outcomes = await createSiteCatalog({ fetcher }).tracks([23, 22, 21].map(idOf), { concurrency: 2 });
    expect(outcomes).toMatchObject([
      { ok: true, track: { id: 23 } },
      { ok: false, kind: 'not-found', code: 'not-found' },
      { ok: true, track: { id: 21 } },
    ]);
  });

  it('do not take the track that an old number leads to for the one asked for', async () => {
    const reports: PageReport[] = [];
    const fetcher = fetcherOf(() => trackPage('https://www.beatport.com/track/lumen-drift/99', 99));
    const outcome = await createSiteCatalog({ fetcher }).track(idOf(21), { onPage: (report) => reports.push(report) });
    expect(outcome).toMatchObject({ ok: false, kind: 'not-found' });
    expect(reports).toMatchObject([{ outcome: 'not-found', status: 200 }]);
  });
});

describe('searchAndFetch', () => {
  it('fetches the first tracks in full and keeps the order of the search', async () => {
    const fetcher = fetcherOf(site);
    const reports: PageReport[] = [];
    const outcome = await createSiteCatalog({ fetcher }).searchAndFetch(LUMEN, 2, {
      onPage: (report) => reports.push(report),
    });
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.tracks.map((track) => [track.id, track.isrc])).toEqual([
      [11, 'GBABC2400017'],
      [12, 'GBABC2400017'],
      [13, undefined],
    ]);
    expect(reports.map((report) => report.kind)).toEqual(['search', 'track', 'track']);
  });

  it("keeps the search's row of a track whose page did not come", async () => {
    const fetcher = fetcherOf((request, options) =>
      request.url.endsWith('/11') ? refuse('FETCH_TIMEOUT')(request, options) : site(request, options),
    );
    const outcome = await createSiteCatalog({ fetcher }).searchAndFetch(LUMEN, 5);
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.tracks.map((track) => track.isrc)).toEqual([undefined, 'GBABC2400017', 'GBABC2400017']);
  });

  it('asks for no track when the search has no answer, or none are wanted', async () => {
    const blocked = fetcherOf(() => pageOf({ status: 403 }));
    expect(await createSiteCatalog({ fetcher: blocked }).searchAndFetch(LUMEN, 5)).toMatchObject({ kind: 'blocked' });
    expect(blocked.requests).toHaveLength(1);
    const none = fetcherOf(site);
    expect(await createSiteCatalog({ fetcher: none }).searchAndFetch(LUMEN, -1)).toMatchObject({ ok: true });
    expect(none.requests).toHaveLength(1);
  });

  it('is aborted as a whole', async () => {
    const stop = new AbortController();
    const fetcher = fetcherOf((request, options) => {
      if (request.kind === 'track') stop.abort();
      return site(request, options);
    });
    const catalog = createSiteCatalog({ fetcher });
    expect(await catalog.searchAndFetch(LUMEN, 3, { signal: stop.signal, concurrency: 1 })).toMatchObject({
      kind: 'aborted',
    });
    expect(fetcher.requests).toHaveLength(2);
  });
});
