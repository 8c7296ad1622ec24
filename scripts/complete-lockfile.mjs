/**
 * Completes package-lock.json with the binaries of platforms other than this one: `npm run lockfile` after every
 * change of dependencies. With `--check` it writes nothing and fails when something is to be written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { missingEntries, placesWithRegistry } from './lib/lockfile.mjs';
import { root } from './lib/project.mjs';

const check = process.argv.includes('--check');
const file = path.join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingEntries(lock.packages);
const named = placesWithRegistry(lock.packages);
const problems = [
  ...Object.keys(missing).map((place) => `lacks ${place}`),
  ...named.map((place) => `names a registry at ${place}`),
];

if (problems.length === 0) {
  console.log('package-lock.json is complete.');
} else if (check) {
  for (const problem of problems) console.error(`package-lock.json ${problem}`);
  console.error('Run `npm run lockfile` and commit the result.');
  process.exitCode = 1;
} else {
  for (const place of named) delete lock.packages[place].resolved;
  const packages = Object.entries({ ...lock.packages, ...missing });
  // npm's own order, so that its next write changes nothing here.
  packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(packages);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: added ${Object.keys(missing).length}, took the registry from ${named.length}.`);
}
