import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { npmEntry, root } from './project.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] Default: the root of the checkout.
 * @property {NodeJS.ProcessEnv} [env] Added to our own environment.
 * @property {boolean} [quiet] Collect the output instead of showing it. Default false.
 * @property {(child: import('node:child_process').ChildProcess) => void} [onStart] Gets the started process.
 */

/**
 * Runs a JavaScript file with this very Node and waits for its end.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} The exit code (128 + n when signal n ended it), and what
 *   a quiet one printed.
 */
export function runNode(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: options.cwd ?? root,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...options.env },
      stdio: options.quiet === true ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      windowsHide: true,
    });
    const chunks = /** @type {Buffer[]} */ ([]);
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({
        code: code ?? 128 + (signal ? constants.signals[signal] : 0),
        output: Buffer.concat(chunks).toString(),
      });
    });
    options.onStart?.(child);
  });
}

/**
 * Runs npm as `runNode` runs a file.
 *
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  return runNode(npmEntry(), args, options);
}
