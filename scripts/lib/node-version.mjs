import { readJson } from './project.mjs';

/** Ends the process with one plain sentence when this Node is older than the project allows. */
export function requireNode() {
  const needed = readJson('package.json').engines.node.replace('>=', '');
  if (!isOlder(process.versions.node, needed)) return;
  console.error(
    `CuePoint needs Node.js ${needed} or newer; this is ${process.versions.node}. Get it at https://nodejs.org.`,
  );
  process.exit(1);
}

/**
 * @param {string} version Three numbers: "20.18.3".
 * @param {string} needed Three numbers.
 */
export function isOlder(version, needed) {
  const have = version.split('.').map(Number);
  for (const [index, number] of needed.split('.').map(Number).entries()) {
    if (have[index] !== number) return Number(have[index]) < number;
  }
  return false;
}
