import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../../packages/core/src/weights/weights.ts', import.meta.url);

/**
 * Puts fitted weights, rounded to two decimals, in the place of those that ship.
 *
 * @param {Readonly<Record<string, number>>} weights
 */
export function writeWeights(weights) {
  const source = readFileSync(FILE, 'utf8');
  const lines = Object.entries(weights).map(([name, value]) => {
    const key = /^\w+$/.test(name) ? name : `'${name}'`;
    return `  ${key}: ${Number(value.toFixed(2))},`;
  });
  writeFileSync(FILE, source.replace(/(WEIGHTS = \{\n)[\s\S]*?(\n\} as const)/, `$1${lines.join('\n')}$2`));
}
