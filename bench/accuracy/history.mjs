import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const FOLDER = new URL('../results/', import.meta.url);

/**
 * Prints what changed since the last recorded run over the same folder, track by track, and records this one.
 *
 * @param {string} name - Of the corpus.
 * @param {readonly import('./trial.mjs').Tried[]} tried
 */
export function compareWithLast(name, tried) {
  const file = new URL(`accuracy-${name.replace(/[^\w-]/g, '_')}.json`, FOLDER);
  const now = Object.fromEntries(tried.map(({ truth, outcome }) => [truth.trackId, outcome]));
  if (existsSync(file)) {
    const before = JSON.parse(readFileSync(file, 'utf8'));
    const changed = Object.entries(now).filter(([id, outcome]) => before[id] !== outcome);
    console.log(
      `\nSince the last recorded run: ${changed.length === 0 ? 'nothing changed' : `${changed.length} tracks`}`,
    );
    for (const [id, outcome] of changed) console.log(`  ${id}: ${before[id] ?? 'new'} → ${outcome}`);
  }
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
}
