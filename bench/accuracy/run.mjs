#!/usr/bin/env node
/**
 * Runs the real command over a labelled folder against the stand-in, and prints how often it was right.
 *
 *   npm run accuracy -- ../shared/corpus
 *   npm run accuracy                       the sample library that ships with the project
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startStandInProcess } from '../lib/stand-in-process.mjs';
import { openCorpus } from './corpus.mjs';
import { isRight, outcomeOf } from './outcome.mjs';
import { calibration, wilson } from './statistics.mjs';

const CLI = fileURLToPath(new URL('../../packages/cli/bin/cuepoint.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../packages/stand-in/sample', import.meta.url));

const [folder = SAMPLE] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
// npm runs scripts in their package's folder; a path is meant from where the user stands.
const corpus = openCorpus(resolve(process.env.INIT_CWD ?? process.cwd(), folder));
const results = await matchAll(corpus);
report(results, corpus);

/** @param {ReturnType<typeof openCorpus>} labelled */
async function matchAll({ library, catalogue }) {
  const standIn = await startStandInProcess({ catalogue });
  const out = mkdtempSync(join(tmpdir(), 'cuepoint-accuracy-'));
  try {
    const args = ['match', library, '--all', '--fetcher', 'async', '--out', out, '--format', 'json', '--quiet'];
    const { status } = spawnSync(
      process.execPath,
      [CLI, ...args, '--site-url', standIn.url, '--api-url', standIn.apiUrl],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (status !== 0) throw new Error(`cuepoint ended with code ${status}`);
    return JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'));
  } finally {
    rmSync(out, { recursive: true, force: true });
    await standIn.close();
  }
}

/**
 * @param {{ tracks: readonly Record<string, any>[], run: Record<string, any> }} results
 * @param {ReturnType<typeof openCorpus>} labelled
 */
function report({ tracks, run }, { truth }) {
  const rows = tracks.flatMap((row) => {
    const label = truth.get(row.track_id);
    return label === undefined ? [] : [{ row, label, outcome: outcomeOf(row, label) }];
  });
  const count = (/** @type {(one: (typeof rows)[number]) => boolean} */ test) => rows.filter(test).length;
  const sold = count(({ label }) => label.expect.size > 0);
  const matched = count(({ row }) => row.status === 'matched');
  const right = count(({ outcome }) => outcome === 'right');
  const unsold = rows.length - sold;

  print('Tracks', `${rows.length}: ${sold} sold, ${unsold} not sold or sold in another version only`);
  for (const outcome of new Set(rows.map((one) => one.outcome))) {
    print(`  ${outcome}`, String(count((one) => one.outcome === outcome)));
  }
  print('Precision of matched', share(right, matched));
  print('Recall of the tracks sold', share(right, sold));
  print(
    '  or right one first in review',
    share(right + count(({ outcome }) => outcome === 'review, right first'), sold),
  );
  for (const confidence of ['high', 'medium', 'low']) {
    const of = rows.filter(({ row }) => row.confidence === confidence);
    print(`  precision at ${confidence}`, share(of.filter(({ outcome }) => outcome === 'right').length, of.length));
  }
  print(
    'In review',
    share(
      count(({ row }) => row.status === 'review'),
      rows.length,
    ),
  );
  print(
    'Wrong version, of the matched',
    share(
      count(({ outcome }) => outcome === 'wrong version'),
      matched,
    ),
  );
  print(
    'Not sold and yet matched',
    share(
      count(({ outcome }) => outcome.startsWith('false')),
      unsold,
    ),
  );
  const { brier, error } = calibration(
    rows
      .filter(({ row }) => row.candidates.length > 0)
      .map(({ row, label }) => ({ score: row.candidates[0].match_score, right: isRight(row.candidates[0], label) })),
  );
  print('Calibration', `Brier score ${brier.toFixed(4)}, expected error ${error.toFixed(4)}`);
  print('Requests per track', (run.requests / tracks.length).toFixed(3));
  if (process.argv.includes('--list')) list(rows);
}

/** @param {readonly { row: Record<string, any>, label: any, outcome: string }[]} rows */
function list(rows) {
  const fine = new Set(['right', 'rightly none']);
  for (const { row, outcome } of rows.filter((one) => !fine.has(one.outcome))) {
    const answer = row.beatport_title ?? row.candidates[0]?.beatport_title ?? 'nothing';
    const mix = row.beatport_mix ?? row.candidates[0]?.beatport_mix ?? '';
    console.log(
      `  ${outcome}: ${row.track_id} ${row.artist} / ${row.title}\n      ${answer} (${mix}) ${row.match_score}: ${row.reason}`,
    );
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function print(name, value) {
  console.log(`${name.padEnd(36)}${value}`);
}

/**
 * @param {number} hits
 * @param {number} of
 */
function share(hits, of) {
  const { share: value, low, high } = wilson(hits, of);
  return `${value.toFixed(4)}  (${hits} of ${of}; 95 %: ${low.toFixed(3)}–${high.toFixed(3)})`;
}
