/**
 * `npm run demo`: the real command, on the sample library, against a local stand-in of Beatport. Nothing leaves
 * this machine. Arguments go to the command: `npm run demo -- --fetcher sync`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { root } from './lib/project.mjs';
import { runNode } from './lib/run.mjs';
import { sample, startStandIn } from './lib/stand-in.mjs';
import { judgeAll, parseLines } from './lib/truth.mjs';

requireNode();
await ensureInstalled();
await ensureBuilt();

/** Milliseconds a page of the stand-in takes; enough to see the progress, and not to wait for it. */
const latencyMs = 60;

const own = process.argv.slice(2);
const { values: chosen } = parseArgs({
  args: own,
  strict: false,
  options: {
    out: { type: 'string' },
    fetcher: { type: 'string' },
    playlist: { type: 'string' },
    all: { type: 'boolean' },
  },
});
const out = String(chosen.out ?? path.join('cuepoint-out', 'demo'));
const startedAt = Date.now();

console.log('CuePoint demo: a sample library against a stand-in of Beatport on this machine.\n');
const standIn = await startStandIn({ latencyMs });
// The demo keeps nothing among the pages and runs of its user's own library.
const kept = mkdtempSync(path.join(tmpdir(), 'cuepoint-demo-'));
const { code } = await match(standIn.urls);
standIn.stop();
rmSync(kept, { recursive: true, force: true });

const results = path.resolve(root, out, 'results.json');
// After a usage error the results there are those of an earlier run.
if (existsSync(results) && statSync(results).mtimeMs >= startedAt) {
  printVerdict(JSON.parse(readFileSync(results, 'utf8')).tracks);
  printNext();
}
process.exitCode = code;

/** @param {readonly string[]} urls */
function match(urls) {
  const command = path.join(root, 'packages', 'cli', 'bin', 'cuepoint.js');
  const defaults = [
    ...(chosen.playlist === undefined && chosen.all === undefined ? ['--all'] : []),
    ...(chosen.fetcher === undefined ? ['--fetcher', 'async'] : []),
    ...(chosen.out === undefined ? ['--out', out] : []),
  ];
  return runNode(command, ['match', sample.library, ...defaults, ...urls, ...own], {
    onStart: passSignals,
    env: { CUEPOINT_CONFIG_DIR: kept, CUEPOINT_DATA_DIR: kept, CUEPOINT_CACHE_DIR: kept },
  });
}

/**
 * A Ctrl-C in a terminal reaches the command by itself: it finishes what is in flight, and we wait for it. Where
 * there is no terminal the signal came to us alone and is handed on.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignals(child) {
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
}

/** @param {readonly import('./lib/truth.mjs').Row[]} rows */
function printVerdict(rows) {
  const judged = judgeAll(rows, parseLines(readFileSync(sample.truth, 'utf8')));
  const right = judged.found.length + judged.left.length;
  const all = Object.values(judged).flat().length;
  const others = /** @type {const} */ ([
    [judged.open, 'sold, and put before you to decide'],
    [judged.missed, 'sold, and not seen'],
    [judged.unanswered, 'without an answer'],
    [judged.wrong, 'wrong'],
  ]);
  console.log('\nAgainst what a person says of the same tracks:');
  console.log(
    `  ${right} of ${all} right: ${judged.found.length} found, ${judged.left.length} not sold and rightly not matched`,
  );
  for (const [judgedRows, words] of others) {
    if (judgedRows.length > 0) console.log(`  ${judgedRows.length} ${words}`);
  }
  for (const row of judged.wrong) console.log(`    ${row.artist} – ${row.title}: matched to ${row.beatport_track_id}`);
}

function printNext() {
  console.log('\nThen try:');
  console.log('  npm run demo -- --fetcher sync                             one request at a time');
  console.log('  npx cuepoint playlists LIBRARY.xml                         the playlists of your own export');
  console.log('  npx cuepoint match LIBRARY.xml --playlist "Folder/Name"    match one of them on Beatport');
}
