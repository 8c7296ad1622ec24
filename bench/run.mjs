#!/usr/bin/env node
/**
 * What concurrent fetching pays: whole runs of the real command against the stand-in, in a process of its own.
 *
 *   npm run bench               every scenario
 *   npm run bench -- --short    those of CI, with their gates
 *
 * These machines are noisy: only ratios of runs taken in turns count. Writes `bench/results/latest.json`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeLibrary } from './lib/made-library.mjs';
import { startStandInProcess } from './lib/stand-in-process.mjs';
import { median, wholeRun } from './lib/whole-run.mjs';
import { SCENARIOS } from './runs/scenarios.mjs';

const SAMPLE = new URL('../packages/stand-in/sample/', import.meta.url);
const sample = {
  library: fileURLToPath(new URL('library.xml', SAMPLE)),
  catalogue: fileURLToPath(new URL('catalogue.jsonl', SAMPLE)),
};
const made = mkdtempSync(join(tmpdir(), 'cuepoint-bench-made-'));
const short = process.argv.includes('--short');

/** @type {Record<string, any>[]} */
const rows = [];
for (const scenario of SCENARIOS.filter((one) => one.short || !short)) rows.push(await measure(scenario));
rmSync(made, { recursive: true, force: true });
print(rows);
save(rows);
const failed = rows.filter((row) => row.atLeast !== undefined && row.ratio < row.atLeast);
for (const row of failed) console.log(`GATE FAILED: ${row.name}: ${row.ratio.toFixed(2)} times, not ${row.atLeast}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** @param {import('./runs/scenarios.mjs').Scenario} scenario */
async function measure(scenario) {
  const { library, catalogue } = scenario.tracks === undefined ? sample : makeLibrary(made, scenario.tracks);
  const standIn = await startStandInProcess({ catalogue, latencyMs: scenario.latencyMs });
  const times = { sync: /** @type {number[]} */ ([]), async: /** @type {number[]} */ ([]) };
  let tracks = 0;
  let requests = 0;
  try {
    for (let turn = 0; turn < scenario.repeats; turn += 1) {
      for (const fetcher of /** @type {const} */ (['sync', 'async'])) {
        const args = ['--fetcher', fetcher, '--max-rate', scenario.maxRate];
        const summary = await wholeRun({ library, selection: ['--all'], ...standIn, args });
        times[fetcher].push(summary.elapsed_seconds);
        tracks = summary.tracks;
        requests = summary.requests;
      }
    }
  } finally {
    await standIn.close();
  }
  const [sync, async] = [median(times.sync), median(times.async)];
  return { ...scenario, tracks, requests, sync, async, ratio: sync / async, times };
}

/** @param {readonly Record<string, any>[]} measured */
function print(measured) {
  const line = (/** @type {readonly string[]} */ cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(38) : cell.padStart(10))).join('');
  console.log(line(['scenario', 'tracks', 'requests', 'sync s', 'async s', 'faster', 'gate']));
  for (const row of measured) {
    const gate =
      row.atLeast === undefined ? '' : row.ratio >= row.atLeast ? `≥ ${row.atLeast} ok` : `≥ ${row.atLeast} NO`;
    const figures = [row.tracks, row.requests, row.sync.toFixed(2), row.async.toFixed(2), `${row.ratio.toFixed(2)}×`];
    console.log(line([row.name, ...figures.map(String), gate]));
  }
}

/** @param {readonly Record<string, any>[]} measured */
function save(measured) {
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const document = { generated: new Date().toISOString(), node: process.version, rows: measured };
  writeFileSync(new URL('latest.json', folder), `${JSON.stringify(document, null, 2)}\n`);
}
