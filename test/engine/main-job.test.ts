import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MatchOutcome, matchLibrary, resolveSettings, type Settings } from '@cuepoint/engine';
import { type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SmallLibrary, smallLibrary } from './small-library.js';

let library: SmallLibrary;
let standIn: StandIn;

beforeAll(async () => {
  library = await smallLibrary();
  standIn = await startStandIn({ catalogue: library.rows });
});
afterAll(async () => {
  await standIn.close();
  await library[Symbol.asyncDispose]();
});
beforeEach(() => {
  standIn.configure({ faults: [], latency: { ms: 0 } });
  standIn.reset();
});

interface Run {
  readonly outcome: MatchOutcome;
  /** The text of `tracks[]` in `results.json`. */
  readonly tracks: string;
}

async function run(name: string, flags: Partial<Settings>): Promise<Run> {
  const settings = resolveSettings({
    flags: { siteUrl: standIn.url, apiUrl: standIn.apiUrl, ...flags },
  }).values;
  const outDir = join(library.folder, name);
  const own = (kind: string) => join(outDir, '.kept', kind);
  const folders = { config: own('config'), data: own('data'), cache: own('cache') };
  const outcome = await matchLibrary({
    library: library.file,
    playlists: ['Sets/All'],
    settings,
    folders,
    outDir,
    toolVersion: '0',
  });
  const text = await readFile(join(outDir, 'results.json'), 'utf8');
  return { outcome, tracks: text.slice(text.indexOf('"tracks"')) };
}

describe('matchLibrary', () => {
  it('finds every track in the version it wants, at one request a track', async () => {
    const { outcome } = await run('once', { fetcher: 'sync' });
    expect(outcome.results.map((result) => result.match?.track.id)).toEqual(library.expected);
    expect(outcome.counts).toMatchObject({ matched: library.tracks });
    expect(outcome.requests).toBe(library.tracks);
    expect(standIn.requests).toHaveLength(library.tracks);
    expect(standIn.mostInFlight).toBe(1);
  });

  it('writes the same tracks[] whatever the fetcher and the concurrency', async () => {
    standIn.configure({ latency: { ms: 2, jitterMs: 12 } });
    const { tracks } = await run('sync', { fetcher: 'sync' });
    for (const maxConcurrentTracks of [1, 2, 5, 20]) {
      const other = await run(`async-${maxConcurrentTracks}`, { fetcher: 'async', maxConcurrentTracks });
      expect(other.tracks).toBe(tracks);
    }
    expect(standIn.mostInFlight).toBeGreaterThan(5);
  });

  it('keeps to the bounds of the settings', async () => {
    standIn.configure({ latency: { ms: 15 } });
    await run('bounded', { fetcher: 'async', maxConcurrentTracks: 10, maxInFlight: 3 });
    expect(standIn.mostInFlight).toBe(3);
  });

  it('gives the results of a good day when one request in ten fails', async () => {
    const { tracks } = await run('clean', { fetcher: 'async' });
    standIn.configure({
      faults: [
        { name: 'reset', rate: 0.04 },
        { name: 'truncated', rate: 0.04 },
        { name: 'server-error', rate: 0.04 },
      ],
    });
    const faulty = await run('faulty', { fetcher: 'async', attempts: 10 });
    expect(faulty.tracks).toBe(tracks);
    expect(faulty.outcome.requests).toBeGreaterThan(library.tracks);
  });

  it('calls nothing unmatched when the site shuts it out, and stops asking', async () => {
    standIn.configure({ faults: [{ name: 'challenge' }] });
    const { outcome } = await run('blocked', { fetcher: 'async' });
    expect(outcome.counts).toEqual({
      matched: 0,
      review: 0,
      unmatched: 0,
      blocked: library.tracks,
      failed: 0,
      skipped: 0,
    });
    expect(outcome.stopped).toMatchObject({ reason: 'blocked', notReached: 0 });
    expect(standIn.requests.length).toBeLessThanOrEqual(10);
  });

  it('keeps what was matched before the site shut it out', async () => {
    const { outcome: good } = await run('before', { fetcher: 'sync' });
    const later = good.results.slice(5).map((result) => result.track.name.split(' ')[2]);
    standIn.configure({ faults: [{ name: 'challenge', match: `\\+(?:${later.join('|')})[+&]` }] });
    const { outcome } = await run('shut', { fetcher: 'sync' });
    expect(outcome.results.map((result) => result.match?.track.id)).toEqual(
      library.expected.map((id, at) => (at < 5 ? id : undefined)),
    );
    expect(outcome.counts).toMatchObject({ matched: 5, blocked: library.tracks - 5 });
  });

  it('fails tracks, and only those, whose pages never come', async () => {
    const [first] = (await run('names', { fetcher: 'sync' })).outcome.results;
    const query = first?.queries[0]?.text.replaceAll(' ', '\\+') ?? '';
    standIn.configure({ faults: [{ name: 'reset', match: encodeURI(query).replace(/%5C/g, '\\') }] });
    const { outcome } = await run('one-lost', { fetcher: 'async', attempts: 1 });
    expect(outcome.counts).toMatchObject({ failed: 1, matched: library.tracks - 1 });
    expect(outcome.results[0]?.status).toBe('failed');
    expect(outcome.stopped).toBeNull();
  });
});
