import type { Page, PageKind } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { bareHtml, envelope, htmlOf, pageOf, query } from '../../test/pages.js';
import { apiTrackOf, flatTrackOf, LUMEN_DRIFT, searchRowOf } from '../../test/tracks.js';
import { PAGE_CLASSES } from './page-classes.js';
import { classify, parseSearchPage, parseTrackPage, readPage } from './read-page.js';

const API_TRACK = 'https://api.beatport.com/v4/catalog/tracks/4100001/';
const API_SEARCH = 'https://api.beatport.com/v4/catalog/search/?q=lumen&type=tracks&per_page=50';
const TERRITORY = '{"detail":"Territory Restricted."}';
const TRACK_URL = 'https://www.beatport.com/track/x/4100001';

/** A page of results around queries. */
function searchPage(...queries: readonly object[]): Page {
  return pageOf({ body: htmlOf(envelope(queries)) });
}

/** The page of track 4100001 around queries. */
function trackPage(...queries: readonly object[]): Page {
  return pageOf({ url: TRACK_URL, body: htmlOf(envelope(queries, {}, { page: '/track/[description]/[id]' })) });
}

const genres = query('genres', { genres: [] });
const artists = query('search-artists', { data: [{ artist_id: 31, artist_name: 'Ada Vale' }] });
const others = { artists: { data: [] }, charts: { data: [] }, labels: { data: [] }, releases: { data: [] } };

describe('a page of results', () => {
  it.each([
    ['search-tracks of 2026', [query('search-tracks', { data: [searchRowOf()] })]],
    ['search-tracks behind other queries', [genres, artists, query('search-tracks', { data: [searchRowOf()] })]],
    ['search-tracks of 2023', [query('search-tracks-params=%5Bobject+Object%5D', { data: [searchRowOf()] })]],
    ['search-all', [query('search-all-q=lumen&count=15', { tracks: { data: [searchRowOf()] }, ...others })]],
    ['all categories without a key', [genres, query(undefined, { tracks: { data: [searchRowOf()] }, ...others })]],
    ['one category without a key', [query(undefined, { data: [searchRowOf()] })]],
    ['a new key, in the API shape', [query('catalog-search-2027', { data: [apiTrackOf()] })]],
  ])('reads %s', async (_, queries) => {
    expect(await parseSearchPage(searchPage(...queries))).toEqual({
      class: 'ok',
      tracks: [LUMEN_DRIFT],
      skipped: 0,
      source: 'payload',
    });
  });

  it('reads a body that is the payload itself, and a data file of the site', async () => {
    const payload = envelope([query('search-tracks', { data: [searchRowOf()] })]);
    const dataFile = {
      pageProps: { dehydratedState: { queries: [query('search-tracks', { data: [searchRowOf()] })] } },
    };
    for (const body of [JSON.stringify(payload), JSON.stringify(dataFile)]) {
      expect(await parseSearchPage(pageOf({ body }))).toMatchObject({ class: 'ok', tracks: [LUMEN_DRIFT] });
    }
  });

  it('keeps the order of the store and counts the rows it cannot read', async () => {
    const rows = [9, 'none', 3, 7].map((track_id) => searchRowOf({ track_id }));
    const reading = await parseSearchPage(searchPage(query('search-tracks', { data: rows })));
    if (reading.class !== 'ok') throw new Error(reading.class);
    expect(reading.tracks.map((track) => track.id)).toEqual([9, 3, 7]);
    expect(reading.skipped).toBe(1);
  });

  it('leads its links to the site it came from', async () => {
    const reading = await parseSearchPage(searchPage(query('search-tracks', { data: [searchRowOf()] })), {
      baseUrl: 'http://127.0.0.1:8080',
    });
    expect(reading).toMatchObject({ tracks: [{ url: 'http://127.0.0.1:8080/track/lumen-drift/4100001' }] });
  });
});

describe('a track page', () => {
  it.each([
    ['the flat generation', [query('track-details-4100001', flatTrackOf())]],
    [
      'the flat generation behind recommendations',
      [query('track-details-5', flatTrackOf({ track_id: 5 })), query('track-details-4100001', flatTrackOf())],
    ],
    ['the API generation', [query('track-4100001', apiTrackOf())]],
    ['either without a key', [query(undefined, { results: [] }), query(undefined, flatTrackOf())]],
  ])('reads %s', async (_, queries) => {
    const { url, ...rest } = LUMEN_DRIFT;
    expect(await readPage(trackPage(...queries), 'track')).toMatchObject({ class: 'ok', tracks: [rest] });
  });

  it('reads the copy that the older pages carry beside the queries', async () => {
    const body = htmlOf(envelope([], { track: apiTrackOf() }));
    expect(await readPage(pageOf({ url: TRACK_URL, body }), 'track')).toMatchObject({
      class: 'ok',
      tracks: [LUMEN_DRIFT],
    });
  });

  it('keeps the slug of the store where the page has it', async () => {
    const page = trackPage(query('track-4100001', apiTrackOf({ slug: 'lumen-drift-2' })));
    expect(await readPage(page, 'track')).toMatchObject({
      tracks: [{ url: 'https://www.beatport.com/track/lumen-drift-2/4100001' }],
    });
  });

  it('never takes another track for the one asked for', async () => {
    const page = trackPage(query('track-details-5', flatTrackOf({ track_id: 5 })));
    expect((await readPage(page, 'track')).class).toBe('unknown-shape');
    const mislabelled = trackPage(query('track-details-4100001', flatTrackOf({ track_id: 5 })));
    expect((await readPage(mislabelled, 'track')).class).toBe('unknown-shape');
  });

  it('accepts its own track where neither caller nor URL names one', async () => {
    const page = { ...trackPage(query('track-details-5', flatTrackOf({ track_id: 5 }))), url: 'file:///saved.html' };
    expect(await parseTrackPage(page, undefined)).toMatchObject({ class: 'ok', tracks: [{ id: 5 }] });
  });
});

const challengeBody = bareHtml(
  '<script>window._cf_chl_opt={cType:"managed"}</script>',
  '<title>Just a moment...</title>',
);
const shellBody = bareHtml('<div id="__next"></div><script src="/_next/static/chunks/main.js"></script>');
const found = searchPage(query('search-tracks', { data: [searchRowOf()] }));
const notFoundPage = htmlOf({ props: { pageProps: {} }, page: '/404' });

/** kind, what, page, class. */
const TABLE: readonly (readonly [PageKind, string, Page, string])[] = [
  ['search', 'rows', found, 'ok'],
  ['search', 'rows on a page whose end is lost', { ...found, body: found.body.split('<noscript>')[0] ?? '' }, 'ok'],
  ['search', 'no rows', searchPage(query('search-tracks', { data: [] })), 'empty'],
  ['search', 'no rows, with a count', searchPage(query('search-tracks', { count: 0, data: [] })), 'empty'],
  [
    'search',
    'no rows in all categories',
    searchPage(query('search-all-q=x', { tracks: { data: [] }, ...others })),
    'empty',
  ],
  ['search', 'status 429', pageOf({ status: 429, headers: { 'retry-after': '7' } }), 'rate-limited'],
  ['search', 'status 429 with a challenge', pageOf({ status: 429, body: challengeBody }), 'rate-limited'],
  ['search', 'a challenge with 403', pageOf({ status: 403, body: challengeBody }), 'blocked'],
  ['search', 'a challenge with 200', pageOf({ body: challengeBody }), 'blocked'],
  ['search', 'a challenge with 503', pageOf({ status: 503, body: challengeBody }), 'blocked'],
  [
    'search',
    'a challenge by header alone',
    pageOf({ headers: { 'cf-mitigated': 'challenge' }, body: shellBody }),
    'blocked',
  ],
  ['search', 'a turnstile', pageOf({ body: bareHtml('<div class="cf-turnstile" data-sitekey="k"></div>') }), 'blocked'],
  ['search', 'plain 403', pageOf({ status: 403, body: bareHtml('Forbidden') }), 'blocked'],
  ['search', 'plain 401', pageOf({ status: 401 }), 'blocked'],
  ['search', 'status 451', pageOf({ status: 451 }), 'blocked'],
  ['search', 'a shell without payload', pageOf({ body: shellBody }), 'shell'],
  ['search', 'a shell with an empty payload', pageOf({ body: htmlOf({ props: { pageProps: {} } }) }), 'shell'],
  ['search', 'results announced and not there', searchPage(query('search-tracks', undefined)), 'shell'],
  ['search', 'an empty list of other things', searchPage(query('charts', { data: [] })), 'shell'],
  ['search', 'tracks that are no results', searchPage(query('top-100', { data: [searchRowOf()] })), 'shell'],
  ['search', 'other queries only', searchPage(genres, artists), 'shell'],
  [
    'search',
    'a page of something else',
    pageOf({ body: bareHtml('<p>Welcome to the hotel network</p>') }),
    'missing-payload',
  ],
  ['search', 'plain text', pageOf({ body: 'OK' }), 'missing-payload'],
  ['search', 'a redirect not followed', pageOf({ status: 307 }), 'missing-payload'],
  ['search', 'rows that are no tracks', searchPage(query('search-tracks', { data: [{ song: 1 }] })), 'unknown-shape'],
  ['search', 'rows that are no list', searchPage(query('search-tracks', { data: { items: [] } })), 'unknown-shape'],
  ['search', 'a payload that is not JSON', pageOf({ body: found.body.replace('{"props"', '{props') }), 'unknown-shape'],
  ['search', 'status 404', pageOf({ status: 404, body: notFoundPage }), 'unknown-shape'],
  ['search', 'status 400', pageOf({ status: 400 }), 'unknown-shape'],
  ['search', 'status 500', pageOf({ status: 500 }), 'transient'],
  ['search', 'status 503', pageOf({ status: 503, body: bareHtml('Maintenance') }), 'transient'],
  ['search', 'status 408', pageOf({ status: 408 }), 'transient'],
  ['search', 'an empty body', pageOf({ body: ' \n' }), 'transient'],
  ['search', 'a page cut before the payload', pageOf({ body: found.body.slice(0, 200) }), 'transient'],
  ['search', 'a page cut inside the payload', pageOf({ body: found.body.slice(0, 600) }), 'transient'],
  ['search', 'a query that failed on the server', searchPage(query('search-tracks', undefined, 'error')), 'transient'],
  [
    'search',
    'the error page of the site',
    pageOf({ body: htmlOf({ props: { pageProps: { statusCode: 502 } } }) }),
    'transient',
  ],
  ['track', 'its track', trackPage(query('track-details-4100001', flatTrackOf())), 'ok'],
  ['track', 'status 404', pageOf({ url: TRACK_URL, status: 404, body: notFoundPage }), 'not-found'],
  ['track', 'status 410', pageOf({ url: TRACK_URL, status: 410 }), 'not-found'],
  ['track', 'the 404 page with 200', pageOf({ url: TRACK_URL, body: notFoundPage }), 'not-found'],
  [
    'track',
    'a track without a name',
    trackPage(query('track-details-4100001', flatTrackOf({ track_name: '' }))),
    'unknown-shape',
  ],
  ['track', 'no queries', trackPage(), 'shell'],
  ['api', 'one track', pageOf({ body: JSON.stringify(apiTrackOf()) }), 'ok'],
  ['api', 'a list', pageOf({ body: JSON.stringify({ results: [apiTrackOf()], page: '1/1' }) }), 'ok'],
  ['api', 'a search', pageOf({ body: JSON.stringify({ tracks: [apiTrackOf()], count: 1 }) }), 'ok'],
  ['api', 'the search service', pageOf({ body: JSON.stringify({ data: [searchRowOf()] }) }), 'ok'],
  ['api', 'recommendations', pageOf({ body: JSON.stringify([flatTrackOf()]) }), 'ok'],
  ['api', 'an empty list', pageOf({ body: '{"results":[],"count":0}' }), 'empty'],
  [
    'api',
    'a track that is gone',
    pageOf({ url: API_TRACK, status: 404, body: '{"detail":"Not found."}' }),
    'not-found',
  ],
  ['api', 'a search that is gone', pageOf({ url: API_SEARCH, status: 404 }), 'unknown-shape'],
  ['api', 'another territory', pageOf({ url: API_TRACK, status: 403, body: TERRITORY }), 'not-found'],
  ['api', 'a search refused so', pageOf({ url: API_SEARCH, status: 403, body: TERRITORY }), 'blocked'],
  ['api', 'a small plan', pageOf({ status: 403, body: '{"detail":"You do not have permission."}' }), 'blocked'],
  ['api', 'a lost token', pageOf({ status: 401, body: '{"detail":"Not authenticated."}' }), 'blocked'],
  ['api', 'a challenge with 200', pageOf({ body: challengeBody }), 'blocked'],
  ['api', 'status 429', pageOf({ status: 429 }), 'rate-limited'],
  ['api', 'a bad filter', pageOf({ status: 400, body: '{"id":["Enter a number."]}' }), 'unknown-shape'],
  ['api', 'JSON of something else', pageOf({ body: '{"username":"ada"}' }), 'unknown-shape'],
  ['api', 'a list of something else', pageOf({ body: '{"results":[{"id":1,"name":"House"}]}' }), 'unknown-shape'],
  ['api', 'half an answer', pageOf({ body: '{"results":[{"id":' }), 'transient'],
  ['api', 'nothing', pageOf({ body: '' }), 'transient'],
  ['api', 'a web page', pageOf({ body: bareHtml('hello') }), 'missing-payload'],
];

describe('classify', () => {
  it.each(TABLE)('%s, %s', (kind, _, page, pageClass) => {
    expect(classify(page, kind)).toBe(pageClass);
  });

  it('meets every class in this table', () => {
    expect(new Set(TABLE.map(([, , , pageClass]) => pageClass))).toEqual(new Set(Object.keys(PAGE_CLASSES)));
  });

  it('says what it saw', async () => {
    expect(await readPage(pageOf({ status: 503 }), 'search')).toEqual({ class: 'transient', detail: 'status 503' });
  });
});

describe('PAGE_CLASSES', () => {
  it('never retries what counts as a block, and never calls a blocked track unmatched', () => {
    for (const rule of Object.values(PAGE_CLASSES)) {
      expect(rule.retry && rule.countsAsBlock).toBe(false);
    }
    expect(PAGE_CLASSES.blocked.failure.trackStatus).toBe('blocked');
    expect(PAGE_CLASSES['rate-limited'].failure.trackStatus).toBe('blocked');
    expect(PAGE_CLASSES['not-found'].failure.trackStatus).toBe('unmatched');
  });
});
