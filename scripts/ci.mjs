/**
 * Everything a change has to pass, on a clean clone with Node and npm alone. Every step runs, whatever became of
 * those before it; the last line counts the tests and the steps.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireNode } from './lib/node-version.mjs';
import { root } from './lib/project.mjs';
import { runNode, runNpm } from './lib/run.mjs';
import { countTests } from './lib/test-report.mjs';

requireNode();

const script = (/** @type {string} */ name) => () => runNpm(['run', name], { quiet: true });
const check =
  (/** @type {string} */ file, /** @type {string[]} */ ...args) =>
  () =>
    runNode(path.join(root, 'scripts', file), args, { quiet: true });

/** @type {readonly (readonly [name: string, run: () => Promise<{ code: number, output: string }>])[]} */
const steps = [
  ['format and lint', script('lint:biome')],
  ['typed lint', script('lint:types')],
  ['types', script('typecheck')],
  ['boundaries', script('boundaries')],
  ['dead code', script('deadcode')],
  ['lockfile', check('complete-lockfile.mjs', '--check')],
  ['API reference', script('docs')],
  ['packed CLI', check('checks/packed-cli.mjs')],
  ['demo', check('checks/demo.mjs')],
  ['benchmark', () => runNpm(['run', 'bench', '--', '--short'], { quiet: true })],
  ['soak, 10 kills', () => runNpm(['run', 'soak', '--', '--kills', '10'], { quiet: true })],
];

const counts = await runTests();
for (const [name, run] of steps) {
  const startedAt = performance.now();
  const { code, output } = await run();
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  if (code !== 0) console.log(output);
  counts[code === 0 ? 'passed' : 'failed'] += 1;
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed === 0 ? 0 : 1;

/** The README's own command, and its counts. */
async function runTests() {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuepoint-ci-'));
  const report = path.join(folder, 'tests.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runNpm(['test', '--', ...reporters]);
    const counted = existsSync(report)
      ? countTests(JSON.parse(readFileSync(report, 'utf8')))
      : { passed: 0, failed: 0, skipped: 0 };
    if (code !== 0 && counted.failed === 0) {
      console.log('FAILED npm test: no test failed, but something around them did (install, build or coverage)');
      counted.failed = 1;
    }
    return counted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
