/**
 * What the store costs a run: pages and results written and read per second, by each driver of this Node.js. Needs a
 * build.
 *
 *     node bench/store/run.mjs [--pages 2000] [--rows 110]
 *
 * Pages are of the size of the site's search pages: so many rows of the sample catalogue. All of it happens on the one
 * thread that also matches, so what counts is milliseconds per page.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { availableDrivers, openDataStore, openPageStore } from '@cuepoint/store';

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '2000' }, rows: { type: 'string', default: '110' } },
});
const count = Number(values.pages);
const rowsPerPage = Number(values.rows);
const catalogue = readFileSync(new URL('../../packages/stand-in/sample/catalogue.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');

console.log(`Node ${process.version}, ${count} pages of ${(bodyOf(0).length / 1e3).toFixed(0)} kB`);
for (const driver of await availableDrivers()) {
  const folder = mkdtempSync(join(tmpdir(), 'cuepoint-bench-'));
  try {
    await measurePages(folder, driver);
    await measureResults(folder, driver);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * @param {string} folder
 * @param {import('@cuepoint/store').Driver} driver
 */
async function measurePages(folder, driver) {
  const bodies = Array.from({ length: 50 }, (_, index) => bodyOf(index));
  const store = await openPageStore({ folder, driver });
  const put = (/** @type {number} */ index) => {
    const url = urlOf(index);
    const body = bodies[index % bodies.length] ?? '';
    store.put({ url, answeredUrl: url, kind: 'search', class: 'ok', status: 200, fetchedBy: 'sync', body });
  };
  report(driver.name, 'put', count, put);
  const { bytes } = store.stats();
  report(driver.name, 'put again', count, put);
  report(driver.name, 'get', count, (index) => store.get(urlOf(index)));
  report(driver.name, 'get of none', count, (index) => store.get(`none ${index}`));
  const before = store.stats().fileBytes;
  const start = performance.now();
  const dropped = store.prune({ maxBytes: before / 2 });
  console.log(
    `${driver.name.padEnd(12)} prune to half: ${dropped} pages in ${(performance.now() - start).toFixed(0)} ms`,
  );
  console.log(
    `${driver.name.padEnd(12)} ${(bytes / count / 1e3).toFixed(1)} kB a page, ${statSync(store.path).size} bytes after`,
  );
  store.close();
}

/**
 * @param {string} folder
 * @param {import('@cuepoint/store').Driver} driver
 */
async function measureResults(folder, driver) {
  const store = await openDataStore({ folder, driver });
  const run = store.journal.openRun({ settings: 'bench', library: { path: 'x', sha256: 'x' }, playlists: [] });
  const result = resultOf(10);
  report(driver.name, 'record', count, (index) => run.record(`1:${index}`, result));
  report(driver.name, 'lookup', count, (index) => {
    if (run.lookup(`1:${index}`) === undefined) throw new Error('The result that was recorded does not come back.');
  });
  console.log(
    `${driver.name.padEnd(12)} ${(JSON.stringify(result).length / 1e3).toFixed(1)} kB a result before packing`,
  );
  run.finish('finished');
  store.close();
}

/**
 * @param {string} driver
 * @param {string} name
 * @param {number} times
 * @param {(index: number) => unknown} work
 */
function report(driver, name, times, work) {
  const each = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    work(index);
    each.push(performance.now() - start);
  }
  each.sort((a, b) => a - b);
  const total = each.reduce((sum, ms) => sum + ms, 0);
  const at = (/** @type {number} */ share) => (each[Math.floor(share * (times - 1))] ?? 0).toFixed(2);
  console.log(
    `${driver.padEnd(12)} ${name.padEnd(12)} ${((times / total) * 1000).toFixed(0).padStart(8)}/s   median ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`,
  );
}

/** @param {number} index */
function urlOf(index) {
  return `https://store.example/search?q=${index}`;
}

/** @param {number} index */
function bodyOf(index) {
  const from = (index * 37) % catalogue.length;
  const rows = Array.from({ length: rowsPerPage }, (_, row) => catalogue[(from + row * 7) % catalogue.length]);
  return `{"tracks":[${rows.join(',')}]}`;
}

/**
 * A result with so many candidates, each with a dozen comparisons.
 *
 * @param {number} candidates
 */
function resultOf(candidates) {
  const evidence = Array.from({ length: 12 }, (_, index) => ({
    name: `comparison ${index}`,
    verdict: /** @type {const} */ ('agree'),
    weight: 0.1 + index / 7,
    detail: `6:1${index % 10} against 6:14`,
  }));
  const candidate = (/** @type {number} */ index) => ({
    track: /** @type {any} */ ({
      id: 4_000_000 + index,
      url: `https://store.example/track/night-bus/${4_000_000 + index}`,
      name: `Night Bus ${index}`,
      mixName: 'Extended Mix',
      artists: [{ id: 7, name: 'Ada Lund' }],
      remixers: [],
      keyName: 'A# Minor',
      key: { wheel: 3, mode: 'minor' },
      bpm: 124,
      lengthMs: 372_000,
      label: 'Depot',
      genres: ['House'],
      releaseDate: '2019-03-08',
    }),
    matchScore: 90 - index,
    evidence,
    otherIds: [],
  });
  const all = Array.from({ length: candidates }, (_, index) => candidate(index));
  return {
    status: /** @type {const} */ ('matched'),
    matchScore: 90,
    confidence: /** @type {const} */ ('high'),
    reason: 'Title, artists and length agree.',
    match: candidate(0),
    candidates: all,
    queries: [
      { index: 0, text: 'Night Bus Ada Lund', type: /** @type {const} */ ('priority'), found: 10, cumulative: 10 },
    ],
    earlyExit: true,
  };
}
