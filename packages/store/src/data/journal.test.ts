import { describe, expect, it, onTestFinished } from 'vitest';
import { candidate, libraryTrack, matched, unmatched } from '../../test-support/results.js';
import { tempFolder } from '../../test-support/temp-folder.js';
import { availableDrivers } from '../database/available-drivers.js';
import type { Driver } from '../database/driver.js';
import { IN_MEMORY } from '../files/store-file.js';
import { type DataStore, type DataStoreOptions, openDataStore } from './data-store.js';
import type { RunRequest } from './journal.js';
import { trackFingerprint } from './track-fingerprint.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20);

const REQUEST: RunRequest = {
  settings: 'site, v1',
  library: { path: '/music/library.xml', sha256: 'aa' },
  playlists: ['Sets/Warm up'],
};

const BUS = trackFingerprint(libraryTrack());
const OTHER = trackFingerprint(libraryTrack({ name: 'Other' }));

describe.each(await availableDrivers())('Journal over $name', (driver: Driver) => {
  const clock = { now: NOW };

  async function open(options: Partial<DataStoreOptions> = {}): Promise<DataStore> {
    clock.now = NOW;
    const store = await openDataStore({ folder: IN_MEMORY, driver, wallClock: () => clock.now, ...options });
    onTestFinished(() => store.close());
    return store;
  }

  it('gives back what was recorded, but for the track and its place', async () => {
    const run = (await open()).journal.openRun(REQUEST);
    run.record(BUS, matched());
    run.record(OTHER, unmatched());
    const { playlist, playlistIndex, track, ...recorded } = matched();
    expect(run.lookup(BUS)).toStrictEqual(recorded);
    expect(run.lookup(OTHER)).toMatchObject({ status: 'unmatched' });
    expect(run.lookup('1:unknown')).toBeUndefined();
    expect(run.recorded).toBe(2);
  });

  it('keeps one result for a track, the last', async () => {
    const run = (await open()).journal.openRun(REQUEST);
    run.record(BUS, unmatched());
    run.record(BUS, { ...unmatched(), sibling: candidate() });
    expect(run.lookup(BUS)).toMatchObject({ sibling: candidate() });
    expect(run.recorded).toBe(1);
  });

  it.each(['killed', 'stopped'] as const)('takes up a run that was %s', async (how) => {
    const folder = tempFolder();
    const first = await open({ folder });
    const begun = first.journal.openRun(REQUEST);
    expect(begun.resumed).toBe(false);
    begun.record(BUS, matched());
    if (how === 'stopped') begun.finish('stopped');
    first.close();

    const again = await open({ folder });
    const resumed = again.journal.openRun(REQUEST);
    expect(resumed).toMatchObject({ id: begun.id, resumed: true, recorded: 1 });
    expect(resumed.lookup(BUS)).toMatchObject({ status: 'matched' });
    expect(again.journal.runs()).toEqual([
      {
        id: begun.id,
        settings: 'site, v1',
        library: REQUEST.library,
        playlists: ['Sets/Warm up'],
        state: 'running',
        startedAt: NOW,
      },
    ]);
  });

  it('takes it up for another export and other playlists too, since a track is what it is', async () => {
    const { journal } = await open();
    journal.openRun(REQUEST).record(BUS, matched());
    const library = { path: '/music/new.xml', sha256: 'bb' };
    const run = journal.openRun({ ...REQUEST, library, playlists: ['Sets/Peak', 'Sets/Warm up'] });
    expect(run.lookup(BUS)).toBeDefined();
    expect(journal.runs()).toMatchObject([{ library, playlists: ['Sets/Peak', 'Sets/Warm up'] }]);
  });

  it('begins anew after a finished run, and keeps no result of it', async () => {
    const { journal } = await open();
    const first = journal.openRun(REQUEST);
    first.record(BUS, matched());
    clock.now = NOW + 1_000;
    first.finish('finished');
    expect(first.recorded).toBe(0);
    const second = journal.openRun(REQUEST);
    expect(second).toMatchObject({ resumed: false, recorded: 0 });
    expect(second.id).not.toBe(first.id);
    expect(journal.runs()).toMatchObject([
      { id: second.id, state: 'running' },
      { id: first.id, state: 'finished', endedAt: NOW + 1_000 },
    ]);
  });

  it('begins anew under other settings, and leaves the unfinished run for its own', async () => {
    const { journal } = await open();
    const first = journal.openRun(REQUEST);
    first.record(BUS, matched());
    const other = journal.openRun({ ...REQUEST, settings: 'site, v2' });
    expect(other.resumed).toBe(false);
    expect(other.lookup(BUS)).toBeUndefined();
    other.finish('finished');
    expect(journal.openRun(REQUEST)).toMatchObject({ id: first.id, resumed: true, recorded: 1 });
  });

  it('begins anew on request, and never takes up what that has overtaken', async () => {
    const { journal } = await open();
    journal.openRun(REQUEST).record(BUS, matched());
    const anew = journal.openRun({ ...REQUEST, restart: true });
    expect(anew).toMatchObject({ resumed: false, recorded: 0 });
    anew.finish('finished');
    expect(journal.openRun(REQUEST).resumed).toBe(false);
  });

  it('does not give a result that is older than a search page may be', async () => {
    const { journal } = await open();
    const run = journal.openRun(REQUEST);
    run.record(BUS, matched());
    clock.now = NOW + DAY;
    run.record(OTHER, matched());
    clock.now = NOW + 7 * DAY;
    expect(run.recorded).toBe(2);
    clock.now = NOW + 7 * DAY + 1;
    expect(run.lookup(BUS)).toBeUndefined();
    expect(run.lookup(OTHER)).toBeDefined();
    expect(run.recorded).toBe(1);
  });

  it('remembers so many runs, and forgets results with their run', async () => {
    const { journal } = await open();
    const kept = journal.openRun({ ...REQUEST, settings: 'first' });
    kept.record(BUS, matched());
    for (let number = 0; number < 30; number += 1) {
      journal.openRun({ ...REQUEST, settings: `number ${number}` }).finish('finished');
    }
    expect(journal.runs()).toHaveLength(21);
    expect(journal.runs()[0]).toMatchObject({ settings: 'number 29' });
    expect(journal.openRun({ ...REQUEST, settings: 'first' })).toMatchObject({ resumed: false, recorded: 0 });
  });
});
