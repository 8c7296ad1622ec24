#!/usr/bin/env node
/**
 * Kills a run without warning, again and again, and takes it up each time. In the end the tracks must be those of an
 * undisturbed run, and no page whose answer was stored may have been asked for twice.
 *
 *   npm run soak                      200 tracks, 100 kills (some minutes)
 *   npm run soak -- --kills 10        fewer
 *   npm run soak -- --seed 7          at other moments
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeLibrary } from '../lib/made-library.mjs';
import { startStandInProcess } from '../lib/stand-in-process.mjs';

const CLI = fileURLToPath(new URL('../../packages/cli/bin/cuepoint.js', import.meta.url));
const TRACKS = 200;
/** Tracks under way at once, and so the most pages that are asked for anew after a kill. */
const CONCURRENT = 5;

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const kills = Number(values.kills);
const random = numbersFrom(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'cuepoint-soak-'));
const { library, catalogue } = makeLibrary(folder, TRACKS);
const standIn = await startStandInProcess({ catalogue, latencyMs: 20 });
try {
  const undisturbed = await undisturbedRun();
  await standIn.reset();
  const done = await killedRuns(undisturbed.seconds);
  const { requests } = await standIn.stats();
  const extra = requests - undisturbed.requests;
  console.log(`${done} kills over ${TRACKS} tracks: ${requests} requests, ${undisturbed.requests} without kills.`);
  const faults = [
    ...(tracksOf('killed') === tracksOf('undisturbed') ? [] : ['tracks[] differs from that of the undisturbed run']),
    ...(extra <= done * CONCURRENT ? [] : [`${extra} requests too many, more than were under way at the kills`]),
  ];
  for (const fault of faults) console.log(`FAILED: ${fault}`);
  if (faults.length === 0)
    console.log('tracks[] is that of the undisturbed run; only what was under way was asked for again.');
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
}

async function undisturbedRun() {
  const from = performance.now();
  const code = await command('undisturbed', Number.POSITIVE_INFINITY);
  if (code !== 0) throw new Error(`the undisturbed run ended with ${code}`);
  return { seconds: (performance.now() - from) / 1000, requests: (await standIn.stats()).requests };
}

/**
 * Runs and kills until there were enough kills, then lets the run end. The moments are spread so that the kills fall
 * into the work and not only into the start.
 *
 * @param {number} seconds - How long the undisturbed run took.
 */
async function killedRuns(seconds) {
  let done = 0;
  while (done < kills) {
    const code = await command('killed', 350 + random() * ((2000 * seconds) / kills + 150));
    if (code === 0) return done;
    done += 1;
  }
  const code = await command('killed', Number.POSITIVE_INFINITY);
  if (code !== 0) throw new Error(`the last run ended with ${code}`);
  return done;
}

/**
 * @param {string} name - Of its output folder, and of what it keeps.
 * @param {number} killAfterMs
 * @returns {Promise<number | null>} null when it was killed
 */
async function command(name, killAfterMs) {
  const kept = (/** @type {string} */ kind) => join(folder, `${name}-kept`, kind);
  const child = spawn(
    process.execPath,
    [
      ...[CLI, 'match', library, '--all', '--fetcher', 'async', '--max-concurrent-tracks', String(CONCURRENT)],
      ...['--max-rate', '40', '--site-url', standIn.url, '--api-url', standIn.apiUrl],
      ...['--out', join(folder, name), '--format', 'json', '--quiet'],
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        CUEPOINT_CONFIG_DIR: kept('config'),
        CUEPOINT_DATA_DIR: kept('data'),
        CUEPOINT_CACHE_DIR: kept('cache'),
      },
    },
  );
  const ended = once(child, 'exit');
  const timer = Number.isFinite(killAfterMs) ? setTimeout(() => child.kill('SIGKILL'), killAfterMs) : undefined;
  const [code] = await ended;
  clearTimeout(timer);
  return code;
}

/** @param {string} name */
function tracksOf(name) {
  const text = readFileSync(join(folder, name, 'results.json'), 'utf8');
  return text.slice(text.indexOf('"tracks"'));
}

/**
 * Numbers from 0 to 1 that are the same for the same seed (mulberry32).
 *
 * @param {number} seed
 */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
