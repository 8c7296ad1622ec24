import { existsSync } from 'node:fs';
import path from 'node:path';
import { readJson, root } from './project.mjs';
import { runNpm } from './run.mjs';

/** Runs `npm ci` when what is installed is not what the lockfile says. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing what is needed into node_modules (npm ci) …');
  // Said outright, because NODE_ENV=production or an npm setting of the user would leave the tools out.
  const { code, output } = await runNpm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    quiet: true,
  });
  if (code === 0) return;
  console.error(output);
  console.error('npm ci failed; its own words stand above.');
  process.exit(code);
}

function isInstalled() {
  const record = path.join('node_modules', '.package-lock.json');
  if (!existsSync(path.join(root, record))) return false;
  return matchesLock(readJson('package-lock.json').packages, readJson(record).packages);
}

/**
 * Whether npm's record of what it installed agrees with the lockfile. Contents are compared and not times: a
 * switch of branches gives the lockfile a new time, and an interrupted install leaves no record at all.
 *
 * @param {Record<string, LockEntry>} locked
 * @param {Record<string, LockEntry>} installed
 *
 * @typedef {{ version?: string, integrity?: string, resolved?: string, optional?: boolean }} LockEntry
 */
export function matchesLock(locked, installed) {
  const dependencies = (/** @type {object} */ packages) =>
    Object.keys(packages).filter((place) => place.includes('node_modules/'));
  return (
    dependencies(installed).every((place) => place in locked) &&
    dependencies(locked).every((place) => {
      const want = locked[place];
      const have = installed[place];
      // Packages for other platforms are left out.
      if (have === undefined) return want?.optional === true;
      return want?.version === have.version && want?.integrity === have.integrity;
    })
  );
}
