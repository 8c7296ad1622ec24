import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A JSON file of the checkout.
 *
 * @param {string} file Path from the root.
 */
export function readJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/**
 * The JavaScript file behind a tool's command. Running it with this very Node needs no shell and no `.cmd` shim,
 * so it is the same on Windows.
 *
 * @param {string} name Name of the installed package.
 * @param {string} [command] Name of its command, where it differs.
 */
export function toolEntry(name, command = name) {
  const folder = path.join('node_modules', name);
  const { bin } = readJson(path.join(folder, 'package.json'));
  return path.join(root, folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * npm's own JavaScript file: the npm that started us, or else the one that came with this Node.
 *
 * @throws {Error} When neither is there: another package manager started us, on a Node without npm.
 */
export function npmEntry() {
  const started = process.env.npm_execpath;
  const beside = path.dirname(process.execPath);
  const candidates = [
    ...(started !== undefined && path.basename(started) === 'npm-cli.js' ? [started] : []),
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error('npm was not found. Start this with npm: `npm test`, `npm run demo`.');
  return found;
}
