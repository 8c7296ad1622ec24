import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MatchHooks, type MatchOutcome, matchLibrary, resolveSettings, type Settings } from '@cuepoint/engine';
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
beforeEach(async () => {
  standIn.configure({ faults: [], latency: { ms: 0 } });
  standIn.reset();
  await rm(join(library.folder, 'kept'), { recursive: true, force: true });
});

const folders = () => {
  const own = (kind: string) => join(library.folder, 'kept', kind);
  return { config: own('config'), data: own('data'), cache: own('cache') };
};
const settingsOf = (flags: Partial<Settings>) =>
  resolveSettings({ flags: { siteUrl: standIn.url, apiUrl: standIn.apiUrl, ...flags } }).values;

interface Run {
  readonly outcome: MatchOutcome;
  readonly tracks: string;
  readonly resumed: number;
}

async function run(
  name: string,
  flags: Partial<Settings> = {},
  hooks: MatchHooks & { readonly restart?: boolean } = {},
): Promise<Run> {
  const outDir = join(library.folder, name);
  let resumed = 0;
  const outcome = await matchLibrary(
    {
      library: library.file,
      playlists: ['Sets/All'],
      settings: settingsOf(flags),
      folders: folders(),
      outDir,
      toolVersion: '0',
      ...(hooks.restart === undefined ? {} : { restart: hooks.restart }),
    },
    {
      ...hooks,
      onPlan: (plan) => {
        resumed = plan.resumed;
      },
    },
  );
  const text = await readFile(join(outDir, 'results.json'), 'utf8');
  return { outcome, resumed, tracks: text.slice(text.indexOf('"tracks"')) };
}

describe('pages that are kept', () => {
  it('answer a second run without a request, and give the same tracks[]', async () => {
    const first = await run('first');
    standIn.reset();
    const second = await run('second', { fetcher: 'async' });
    expect(standIn.requests).toEqual([]);
    expect([second.outcome.requests, second.resumed]).toEqual([0, 0]);
    expect(second.tracks).toBe(first.tracks);
  });

  it('are asked for anew with cache off', async () => {
    await run('first');
    standIn.reset();
    expect((await run('anew', { cache: false })).outcome.requests).toBe(library.tracks);
    expect(standIn.requests).toHaveLength(library.tracks);
  });

  it('are all there is offline: the same tracks[], and failed where a page is missing', async () => {
    const nothing = await run('nothing', { offline: true });
    expect(nothing.outcome.counts).toMatchObject({ failed: library.tracks, unmatched: 0 });
    const first = await run('first');
    standIn.reset();
    const offline = await run('offline', { offline: true });
    expect(offline.tracks).toBe(first.tracks);
    expect(standIn.requests).toEqual([]);
  });

  it('are never a challenge or a fault', async () => {
    standIn.configure({ faults: [{ name: 'challenge' }] });
    expect((await run('shut')).outcome.counts).toMatchObject({ blocked: library.tracks });
    standIn.configure({ faults: [] });
    expect((await run('open')).outcome.counts).toMatchObject({ matched: library.tracks });
  });
});

describe('a run that was cut short', () => {
  it('is taken up: no track is looked for again, and tracks[] equals that of an undisturbed run', async () => {
    const whole = await run('whole', { cache: false });
    await rm(join(library.folder, 'kept'), { recursive: true, force: true });
    const stop = new AbortController();
    let ended = 0;
    const cut = await run(
      'cut',
      {},
      {
        stop: stop.signal,
        observer: (event) => {
          if (event.type === 'track-end') ended += 1;
          if (ended === 7) stop.abort();
        },
      },
    );
    expect(cut.outcome.stopped).toMatchObject({ reason: 'interrupted', notReached: library.tracks - 7 });
    standIn.reset();
    const again = await run('again', { cache: false });
    expect(again.resumed).toBe(7);
    expect(again.tracks).toBe(whole.tracks);
    expect(standIn.requests).toHaveLength(library.tracks - 7);
  });

  it('begins anew on demand', async () => {
    const stop = new AbortController();
    await run('cut', {}, { stop: stop.signal, observer: (event) => event.type === 'track-end' && stop.abort() });
    expect((await run('anew', {}, { restart: true })).resumed).toBe(0);
  });

  it('asks again for what was blocked', async () => {
    standIn.configure({ faults: [{ name: 'challenge' }] });
    await run('shut');
    standIn.configure({ faults: [] });
    expect((await run('open')).outcome.counts).toMatchObject({ matched: library.tracks, blocked: 0 });
  });

  it('loses nothing to kill -9, and no page that was answered is asked for again', async () => {
    const undisturbed = await run('undisturbed', { cache: false });
    await rm(join(library.folder, 'kept'), { recursive: true, force: true });
    standIn.configure({ latency: { ms: 20 } });
    standIn.reset();
    for (const tracks of [3, 5, 4]) await killedAfter(tracks);
    const before = standIn.requests.length;
    const last = await run('last', { fetcher: 'async' });
    expect(last.resumed).toBeGreaterThanOrEqual(12);
    expect(last.tracks).toBe(undisturbed.tracks);
    // At most what was under way at each of the three kills was asked for twice.
    expect(before + last.outcome.requests).toBeLessThanOrEqual(library.tracks + 3 * 5);
  });

  it('keeps a second run out while it is under way', async () => {
    const second = run(
      'first',
      {},
      {
        observer: (event) => {
          if (event.type === 'run-start') attempts.push(run('second').catch((error: unknown) => error));
        },
      },
    );
    const attempts: Promise<unknown>[] = [];
    await second;
    expect(await attempts[0]).toMatchObject({ code: 'STORE_LOCKED' });
  });
});

/** Runs in a process of its own, and kills it without warning when so many tracks have ended. */
async function killedAfter(tracks: number): Promise<void> {
  const child = fork(fileURLToPath(new URL('./run-and-tell.mjs', import.meta.url)));
  child.send({
    library: library.file,
    playlists: ['Sets/All'],
    settings: settingsOf({ fetcher: 'async' }),
    folders: folders(),
    outDir: join(library.folder, 'killed'),
    toolVersion: '0',
  });
  let ended = 0;
  const gone = once(child, 'exit');
  child.on('message', () => {
    ended += 1;
    if (ended === tracks) child.kill('SIGKILL');
  });
  await gone;
}
