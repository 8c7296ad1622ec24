/** Packs the CLI, installs it in an empty folder as a user would, and matches the sample library from there. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readJson } from '../lib/project.mjs';
import { runNpm } from '../lib/run.mjs';
import { sample, startStandIn } from '../lib/stand-in.mjs';

const temporary = mkdtempSync(path.join(tmpdir(), 'cuepoint-pack-'));
const standIn = await startStandIn({ latencyMs: 0 });
try {
  await npm(['pack', '--workspace', '@cuepoint/cli', '--pack-destination', temporary]);
  const tarball = readdirSync(temporary).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(path.join(temporary, 'package.json'), JSON.stringify({ private: true }));
  await npm(['install', '--no-audit', '--no-fund', `./${tarball}`], temporary);

  const version = await npm(['exec', '--no', '--', 'cuepoint', '--version'], temporary);
  assert.ok(version.split(/\s+/).includes(readJson('packages/cli/package.json').version), 'it tells its version');

  const out = path.join(temporary, 'out');
  const flags = ['--all', '--fetcher', 'async', ...standIn.urls, '--out', out];
  await npm(['exec', '--no', '--', 'cuepoint', 'match', sample.library, ...flags], temporary);
  const { tracks } = JSON.parse(readFileSync(path.join(out, 'results.json'), 'utf8'));
  const matched = tracks.filter((/** @type {{ status: string }} */ track) => track.status === 'matched');
  assert.ok(matched.length > 0, 'it matches tracks');
  console.log(`installed from ${tarball}: ${matched.length} of ${tracks.length} rows matched`);
} finally {
  standIn.stop();
  rmSync(temporary, { recursive: true, force: true });
}

/**
 * @param {readonly string[]} args
 * @param {string} [cwd]
 * @returns {Promise<string>} What it printed.
 */
async function npm(args, cwd) {
  const { code, output } = await runNpm(args, { quiet: true, ...(cwd === undefined ? {} : { cwd }) });
  assert.equal(code, 0, `npm ${args.join(' ')} ends with 0:\n${output}`);
  return output;
}
