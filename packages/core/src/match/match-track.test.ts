import { describe, expect, it } from 'vitest';
import { failure, scriptedCatalog } from '../../test/scripted-catalog.js';
import { catalogTrack, libraryTrack, type StoreFields } from '../../test/tracks.js';
import type { Catalog, CatalogFailureKind } from '../contracts/catalog.js';
import type { RunEvent } from '../contracts/observer.js';
import type { LibraryTrack } from '../track/library-track.js';
import { matchTrack } from './match-track.js';
import type { MatchOptions } from './options.js';

const MINE = {
  ...{ name: 'Moth Parade (Original Mix)', artist: 'Quillon', label: 'Tollgate' },
  ...{ durationSeconds: 372, bpm: 128, tonality: '8A', year: 2014 },
};
const STORE: StoreFields = {
  ...{ id: 11, name: 'Moth Parade', mixName: 'Original Mix', artists: ['Quillon'], label: 'Tollgate' },
  ...{ lengthMs: 372_000, bpm: 128, key: { wheel: 8, mode: 'minor' }, releaseDate: '2014-05-01' },
};

const wanted = catalogTrack(STORE);
const remix = catalogTrack({ ...STORE, id: 12, mixName: 'Ossa Remix', remixers: ['Ossa'], lengthMs: 420_000 });
const unrelated = catalogTrack({ id: 13, name: 'Copper Lantern', artists: ['Volmer'] });

const entry = (fields: Partial<LibraryTrack> = {}) => ({
  ...{ playlist: 'Sets/Friday', playlistIndex: 3 },
  track: libraryTrack({ ...MINE, ...fields }),
});
const match = (catalog: Catalog, fields: Partial<LibraryTrack> = {}, options: Partial<MatchOptions> = {}) =>
  matchTrack(entry(fields), { catalog, ...options });

describe('matchTrack', () => {
  it('stops as soon as the answer is certain', async () => {
    const catalog = scriptedCatalog({ priority: [remix, wanted, unrelated] });
    const result = await match(catalog);
    expect(catalog.asked).toEqual(['priority: Quillon Moth Parade']);
    expect(result).toMatchObject({ status: 'matched', confidence: 'high', earlyExit: true, playlistIndex: 3 });
    expect(result.match?.track).toBe(wanted);
    expect(result.matchScore).toBeGreaterThanOrEqual(95);
    expect(result.candidates.map((candidate) => candidate.track.id)).toEqual([11, 12]);
    expect(result.queries).toEqual([
      { index: 0, text: 'Quillon Moth Parade', type: 'priority', found: 3, cumulative: 3 },
    ]);
  });

  it('asks one query after the other until something is found', async () => {
    const catalog = scriptedCatalog({ priority: [unrelated], title_only: [unrelated, wanted] });
    const result = await match(catalog);
    expect(catalog.asked).toEqual(['priority: Quillon Moth Parade', 'title_only: Moth Parade']);
    expect(catalog.mostAtOnce()).toBe(1);
    expect(result.status).toBe('matched');
    expect(result.queries.map(({ found, cumulative }) => [found, cumulative])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('asks no further when other versions of the work are all that is sold, and offers one', async () => {
    const catalog = scriptedCatalog({ priority: [remix] });
    const result = await match(catalog);
    expect(catalog.asked).toHaveLength(1);
    expect(result).toMatchObject({ status: 'unmatched', confidence: null, earlyExit: false });
    expect(result.reason).toMatch(/^Only another version is sold: /);
    expect(result.match).toBeUndefined();
    expect(result.sibling?.track).toBe(remix);
  });

  it('ends as unmatched after a bounded number of queries', async () => {
    const catalog = scriptedCatalog({ priority: [unrelated] });
    const result = await match(catalog);
    expect(catalog.asked).toHaveLength(2);
    expect(result).toMatchObject({ status: 'unmatched', reason: 'Nothing found under this name.', matchScore: 0 });
    expect(result.candidates).toEqual([]);
  });

  it('keeps ten candidates at most', async () => {
    const many = Array.from({ length: 14 }, (_, at) =>
      catalogTrack({ ...STORE, id: at + 1, mixName: `Ossa${at} Mix` }),
    );
    expect((await match(scriptedCatalog({ priority: many }))).candidates).toHaveLength(10);
  });

  it('hands back the release that is preferred', async () => {
    const again = catalogTrack({ ...STORE, id: 10, releaseDate: '2020-01-01' });
    const catalog = scriptedCatalog({ priority: [again, wanted] });
    const original = await match(catalog);
    expect([original.match?.track.id, original.match?.otherIds]).toEqual([11, [10]]);
    const newest = await match(catalog, {}, { prefer: 'newest' });
    expect([newest.match?.track.id, newest.match?.otherIds]).toEqual([10, [11]]);
  });

  it('gives the same result for the same answers', async () => {
    const answers = { priority: [remix, wanted, unrelated] };
    expect(await match(scriptedCatalog(answers))).toEqual(await match(scriptedCatalog(answers)));
  });
});

describe('matchTrack with an identifier', () => {
  const bought = { path: '/music/11_000.mp3', comments: 'https://www.beatport.com/track/moth-parade/11' };

  it('asks for the number first, and stops when the rest agrees', async () => {
    const catalog = scriptedCatalog({}, { 11: { ok: true, track: wanted } });
    const result = await match(catalog, bought);
    expect(catalog.asked).toEqual(['track: 11']);
    expect(result.queries).toEqual([{ index: 0, text: '11', type: 'identifier', found: 1, cumulative: 1 }]);
    expect(result).toMatchObject({ status: 'matched', earlyExit: true });
  });

  it('goes on by name when the store does not know the number', async () => {
    const catalog = scriptedCatalog({ priority: [wanted] });
    const result = await match(catalog, bought);
    expect(catalog.asked).toEqual(['track: 11', 'priority: Quillon Moth Parade']);
    expect(result.queries[0]?.found).toBe(0);
    expect(result.status).toBe('matched');
  });

  it('goes on by name when the number is of another track', async () => {
    const catalog = scriptedCatalog({ priority: [wanted] }, { 11: { ok: true, track: unrelated } });
    const result = await match(catalog, bought);
    expect(catalog.asked).toHaveLength(2);
    expect(result.match?.track).toBe(wanted);
  });

  it('asks by name too when the number is of another version of it', async () => {
    const catalog = scriptedCatalog({ priority: [remix, wanted] }, { 11: { ok: true, track: remix } });
    const result = await match(catalog, bought);
    expect(catalog.asked).toHaveLength(2);
    expect(result.match?.track).toBe(wanted);
  });

  it('does not go on when the store would not say', async () => {
    const catalog = scriptedCatalog({ priority: [wanted] }, { 11: failure('blocked') });
    expect((await match(catalog, bought)).status).toBe('blocked');
    expect(catalog.asked).toEqual(['track: 11']);
  });
});

describe('matchTrack without an answer', () => {
  it.each<[CatalogFailureKind, string]>([
    ['blocked', 'blocked'],
    ['rate-limited', 'blocked'],
    ['failed', 'failed'],
    ['not-found', 'failed'],
  ])('%s ends as %s, never as unmatched', async (kind, status) => {
    const catalog = scriptedCatalog({ priority: failure(kind), title_only: [wanted] });
    const result = await match(catalog);
    expect(result).toMatchObject({ status, confidence: null, reason: `The store answered: ${kind}.` });
    expect(result.queries).toEqual([
      { index: 0, text: 'Quillon Moth Parade', type: 'priority', found: 0, cumulative: 0 },
    ]);
    expect(catalog.asked).toHaveLength(1);
  });

  it('keeps what was found before', async () => {
    const weak = catalogTrack({ id: 14, name: 'Moth Parade', artists: ['Volmer'] });
    const result = await match(scriptedCatalog({ priority: [weak], title_only: failure('blocked') }));
    expect(result.status).toBe('blocked');
    expect(result.match).toBeUndefined();
    expect(result.candidates.map((candidate) => candidate.track.id)).toEqual([14]);
  });

  it('throws when it was aborted', async () => {
    const catalog = scriptedCatalog({ priority: failure('aborted') });
    await expect(match(catalog)).rejects.toMatchObject({ code: 'FETCH_ABORTED' });
  });

  it('passes on the signal and the bound on detail pages', async () => {
    const { signal } = new AbortController();
    const seen: unknown[] = [];
    const catalog = scriptedCatalog({
      priority: (_query, options) => {
        seen.push(options.signal, options.concurrency);
        return [wanted];
      },
    });
    await match(catalog, {}, { signal, maxConcurrentRequests: 4 });
    await match(catalog);
    expect(seen).toEqual([signal, 4, undefined, 10]);
  });
});

describe('matchTrack has nothing to look for', () => {
  it.each<[Partial<LibraryTrack>, string]>([
    [{ source: 'factory-sample' }, 'A sample that came with Rekordbox.'],
    [{ source: 'streaming' }, 'A track of a streaming service: there is no file to tag.'],
    [{ name: ' ', path: '/music/' }, 'The row has neither a name nor a file.'],
    [{ name: '' }, 'The row has neither a name nor a file.'],
  ])('in %j', async (fields, reason) => {
    const catalog = scriptedCatalog({ priority: [wanted] });
    expect(await match(catalog, fields)).toMatchObject({ status: 'skipped', reason, queries: [], matchScore: 0 });
    expect(catalog.asked).toEqual([]);
  });

  it('but looks for a row that has a file and no name', async () => {
    const catalog = scriptedCatalog({ priority: [wanted] });
    const result = await match(catalog, { name: '', path: '/music/Moth Parade.wav' });
    expect(catalog.asked).toEqual(['priority: Quillon Moth Parade']);
    expect(result.status).toBe('matched');
  });
});

describe('matchTrack tells the observer', () => {
  it('of every query and page, in order, with its position in the run', async () => {
    const events: RunEvent[] = [];
    const catalog = scriptedCatalog({ title_only: [wanted] });
    const { track } = entry();
    await match(catalog, {}, { index: 7, observer: (event) => events.push(event) });
    expect(events.map((event) => [event.type, 'queryIndex' in event ? event.queryIndex : undefined])).toEqual([
      ['query-start', 0],
      ['page', 0],
      ['query-end', 0],
      ['query-start', 1],
      ['page', 1],
      ['query-end', 1],
    ]);
    for (const event of events) expect(event).toMatchObject({ position: { index: 7, track } });
    expect(events.at(-1)).toMatchObject({ found: 1, query: { text: 'Moth Parade', type: 'title_only' } });
    const times = events.map((event) => event.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});
