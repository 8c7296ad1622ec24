/**
 * Measures how long the reader takes over a large export, and how much memory. Needs a build.
 *
 *     node bench/rekordbox/read.mjs [--tracks 60000] [--runs 3]
 *
 * Each run is a process of its own, which does nothing else: its peak memory is the reader's and Node's own.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What the default size should stay under. */
const GOAL = { seconds: 2.5, megabytes: 200 };

const { values } = parseArgs({
  options: {
    tracks: { type: 'string', default: '60000' },
    runs: { type: 'string', default: '3' },
    'read-once': { type: 'string' },
  },
});
if (values['read-once'] === undefined) measure(Number(values.tracks), Number(values.runs));
else await readOnce(values['read-once']);

function measure(tracks, runs) {
  const folder = mkdtempSync(join(tmpdir(), 'cuepoint-bench-'));
  try {
    const file = join(folder, 'collection.xml');
    // Not in this process: what it allocates would count as the peak of the processes it starts.
    node(fileURLToPath(new URL('generate-export.mjs', import.meta.url)), ['--out', file, '--tracks', String(tracks)]);
    console.log(`${(statSync(file).size / 1e6).toFixed(1)} MB, ${tracks} tracks, Node ${process.version}`);
    const results = Array.from({ length: runs }, () =>
      JSON.parse(node(fileURLToPath(import.meta.url), ['--read-once', file])),
    );
    for (const result of results) {
      console.log(
        `  ${result.seconds.toFixed(2)} s (${result.cpuSeconds.toFixed(2)} s CPU)  ${result.megabytes.toFixed(0)} MB peak  ${result.read}`,
      );
    }
    const seconds = median(results.map((result) => result.seconds));
    const megabytes = median(results.map((result) => result.megabytes));
    console.log(`median ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB peak RSS`);
    console.log(`goal for 60,000 tracks: under ${GOAL.seconds} s and ${GOAL.megabytes} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readOnce(file) {
  const { readLibrary, walkPlaylists } = await import('@cuepoint/rekordbox');
  const start = performance.now();
  const library = await readLibrary(file);
  const seconds = (performance.now() - start) / 1000;
  const lists = [...walkPlaylists(library.root)].filter(({ node }) => node.kind === 'playlist').length;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const megabytes = maxRSS / 1024;
  // Above the wall time when the collector works beside; the steadier figure on a busy machine.
  const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
  const read = `${library.tracks.size} tracks, ${lists} playlists`;
  console.log(JSON.stringify({ seconds, cpuSeconds, megabytes, read }));
}

/** @returns {string} What the script printed. */
function node(script, args) {
  return execFileSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
