/** Runs the demo as a user does and looks at what it says, writes and ends with. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runNpm } from '../lib/run.mjs';

const temporary = mkdtempSync(path.join(tmpdir(), 'cuepoint-demo-'));
const out = path.join(temporary, 'out');
try {
  const { code, output } = await runNpm(['run', 'demo', '--', '--out', out], { quiet: true });
  console.log(output);
  assert.equal(code, 0, 'the demo ends with 0');

  const [, right, all] = output.match(/(\d+) of (\d+) right/) ?? [];
  assert.ok(Number(all) >= 60, 'at least 60 tracks are judged');
  assert.ok(Number(right) / Number(all) >= 0.9, 'at least nine in ten are right');

  const files = readdirSync(out);
  for (const file of ['results.json', 'results.csv', 'candidates.csv', 'queries.csv']) {
    assert.ok(files.includes(file), `${file} is written`);
  }
  const statuses = JSON.parse(readFileSync(path.join(out, 'results.json'), 'utf8')).tracks.map(
    (/** @type {{ status: string }} */ track) => track.status,
  );
  for (const status of ['matched', 'review', 'unmatched'])
    assert.ok(statuses.includes(status), `something is ${status}`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
