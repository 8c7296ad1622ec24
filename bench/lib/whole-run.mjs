import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../packages/cli/bin/cuepoint.js', import.meta.url));

/**
 * Runs the real command once, in a process and an output folder of its own, and gives its machine-readable summary.
 *
 * @param {{ library: string, selection: readonly string[], url: string, apiUrl: string, args: readonly string[] }} run
 * @returns {Promise<Record<string, any>>} what `--summary json` prints
 */
export async function wholeRun({ library, selection, url, apiUrl, args }) {
  const out = mkdtempSync(join(tmpdir(), 'cuepoint-bench-'));
  try {
    const child = spawn(
      process.execPath,
      [
        ...[CLI, 'match', library, ...selection, '--site-url', url, '--api-url', apiUrl],
        ...['--out', out, '--format', 'json', '--summary', 'json', '--quiet', ...args],
      ],
      // Folders of its own: a page that an earlier run has kept would not be fetched.
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...ownFolders(out) } },
    );
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`cuepoint ended with code ${code}`);
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function ownFolders(folder) {
  const own = (/** @type {string} */ name) => join(folder, name);
  return {
    CUEPOINT_CONFIG_DIR: own('.config'),
    CUEPOINT_DATA_DIR: own('.data'),
    CUEPOINT_CACHE_DIR: own('.cache'),
  };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
