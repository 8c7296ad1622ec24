import { describe, expect, it } from 'vitest';
import { failure, type ScriptedCatalog, scriptedCatalog } from '../../test/scripted-catalog.js';
import { catalogTrack, libraryTrack } from '../../test/tracks.js';
import type { CatalogQuery } from '../contracts/catalog.js';
import type { RunEvent } from '../contracts/observer.js';
import type { TrackResult } from '../contracts/track-result.js';
import { type MatchTracksOptions, matchTracks } from './match-tracks.js';

const NAMES = ['Amber', 'Basalt', 'Cinder', 'Drift', 'Ember', 'Flint'];
const entries = (names: readonly string[] = NAMES) =>
  names.map((name, at) => ({
    ...{ playlist: 'All', playlistIndex: at + 1 },
    track: libraryTrack({ trackId: `${at}`, name, artist: 'Quillon', durationSeconds: 300, bpm: 128 }),
  }));

/** The store's track for a query, which ends with the title. */
function sold(query: CatalogQuery) {
  const name = query.text.split(' ').at(-1) ?? '';
  return [catalogTrack({ id: name.length, name, artists: ['Quillon'], lengthMs: 300_000, bpm: 128 })];
}

async function run(catalog: ScriptedCatalog, options: Partial<MatchTracksOptions> = {}, names?: readonly string[]) {
  const results: TrackResult[] = [];
  for await (const result of matchTracks(entries(names), { catalog, ...options })) results.push(result);
  return results;
}

const shown = (results: readonly TrackResult[]) => results.map(({ track, status }) => `${track.name} ${status}`);
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A catalogue that answers a title when it is told to. */
function gated() {
  const open = new Map<string, () => void>();
  const catalog = scriptedCatalog({
    priority: async (query) => {
      await new Promise<void>((resolve) => open.set(query.text.split(' ').at(-1) ?? '', resolve));
      return sold(query);
    },
  });
  const until = async (count: number) => {
    while (catalog.asked.length < count || open.size < count) await settled();
  };
  return { catalog, open, until };
}

describe('matchTracks', () => {
  it('gives one result for each, in their order, whatever ends first', async () => {
    const { catalog, open, until } = gated();
    const names = NAMES.slice(0, 3);
    const results = run(catalog, {}, names);
    await until(3);
    for (const name of names.toReversed()) {
      open.get(name)?.();
      await settled();
    }
    expect(shown(await results)).toEqual(['Amber matched', 'Basalt matched', 'Cinder matched']);
  });

  it('has no more under way than it may', async () => {
    const one = scriptedCatalog({ priority: sold });
    await run(one, { maxConcurrentTracks: 1 });
    expect(one.mostAtOnce()).toBe(1);
    const usual = scriptedCatalog({ priority: sold });
    await run(usual);
    expect(usual.mostAtOnce()).toBe(5);
  });

  it('gives the same results whatever the concurrency', async () => {
    const catalog = () => scriptedCatalog({ priority: sold });
    expect(await run(catalog(), { maxConcurrentTracks: 4 })).toEqual(await run(catalog(), { maxConcurrentTracks: 1 }));
  });

  it('makes of a failure one result, and goes on', async () => {
    const catalog = scriptedCatalog({
      priority: (query) => {
        if (query.text.endsWith('Basalt')) throw new RangeError('a defect');
        return query.text.endsWith('Drift') ? failure('blocked') : sold(query);
      },
    });
    const results = await run(catalog);
    expect(shown(results)).toEqual([
      ...['Amber matched', 'Basalt failed', 'Cinder matched', 'Drift blocked', 'Ember matched', 'Flint matched'],
    ]);
    expect(results[1]).toMatchObject({
      ...{ playlist: 'All', playlistIndex: 2, matchScore: 0, confidence: null, candidates: [], queries: [] },
      reason: 'Something went wrong inside CuePoint: a defect',
    });
  });

  it('begins no further track after a stop, and finishes those under way', async () => {
    const { catalog, open, until } = gated();
    const stop = new AbortController();
    const results = run(catalog, { maxConcurrentTracks: 2, stop: stop.signal });
    await until(2);
    stop.abort();
    for (const release of open.values()) release();
    expect(shown(await results)).toEqual(['Amber matched', 'Basalt matched']);
    expect(catalog.asked).toHaveLength(2);
  });

  it('leaves out what the signal cut short, and gives what was finished', async () => {
    const cut = new AbortController();
    const catalog = scriptedCatalog({
      priority: (query) => {
        if (query.text.endsWith('Cinder')) cut.abort();
        return cut.signal.aborted ? failure('aborted') : sold(query);
      },
    });
    const results = await run(catalog, { maxConcurrentTracks: 1, signal: cut.signal });
    expect(shown(results)).toEqual(['Amber matched', 'Basalt matched']);
    expect(catalog.asked).toHaveLength(3);
  });

  it('gives nothing for nothing', async () => {
    expect(await run(scriptedCatalog({}), {}, [])).toEqual([]);
  });
});

describe('matchTracks tells the observer', () => {
  async function observed(catalog: ScriptedCatalog, options: Partial<MatchTracksOptions> = {}) {
    const events: RunEvent[] = [];
    await run(catalog, { maxConcurrentTracks: 1, observer: (event) => events.push(event), ...options }, [
      'Amber',
      'Flint',
    ]);
    return events;
  }

  it('of the run, of every track and of what happens in it', async () => {
    const events = await observed(scriptedCatalog({ priority: sold }));
    const track = ['track-start', 'query-start', 'page', 'query-end', 'track-end'];
    expect(events.map((event) => event.type)).toEqual(['run-start', ...track, ...track, 'run-end']);
    expect(events[0]).toMatchObject({ total: 2 });
    const positions = events.flatMap((event) => ('position' in event ? [event.position.index] : []));
    expect(positions).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect(events.at(-2)).toMatchObject({ result: { status: 'matched', track: { name: 'Flint' } } });
  });

  it('of the end of a run that was cut short, without a result for the track it was cut in', async () => {
    const events = await observed(scriptedCatalog({ priority: failure('aborted') }));
    const types = events.map((event) => event.type);
    expect(types).not.toContain('track-end');
    expect(types.at(-1)).toBe('run-end');
  });

  it('and what it throws ends the run, as a defect of its own', async () => {
    const catalog = scriptedCatalog({ priority: sold });
    const observer = (event: RunEvent) => {
      if (event.type === 'track-end') throw new Error('observer broke');
    };
    await expect(run(catalog, { observer })).rejects.toThrow('observer broke');
  });
});
