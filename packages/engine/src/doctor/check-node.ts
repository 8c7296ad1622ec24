import type { Check } from './check.js';

/** The oldest Node.js that CuePoint runs on, as every package.json says. */
const OLDEST = [20, 19] as const;

/** @param version As `process.versions.node` gives it: "22.12.0". */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return {
    name: 'node',
    ok,
    finding: `Node.js ${version}.`,
    ...(ok ? {} : { advice: `CuePoint needs Node.js ${OLDEST.join('.')} or newer: https://nodejs.org` }),
  };
}
