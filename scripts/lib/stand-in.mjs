import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './project.mjs';

const folder = path.join(root, 'packages', 'stand-in');

/** The sample that ships with the project: a library, the catalogue it is looked up in, and what is right. */
export const sample = {
  library: path.join(folder, 'sample', 'library.xml'),
  catalogue: path.join(folder, 'sample', 'catalogue.jsonl'),
  truth: path.join(folder, 'sample', 'truth.jsonl'),
};

/**
 * Starts the stand-in of Beatport over the sample catalogue, in a process of its own.
 *
 * @param {{ latencyMs: number }} options How long it takes to answer.
 * @returns {Promise<{ urls: readonly string[], stop: () => void }>} `urls`: the flags that lead the command to it.
 */
export async function startStandIn({ latencyMs }) {
  const child = spawn(
    process.execPath,
    [
      path.join(folder, 'dist', 'bin.js'),
      ...['--catalogue', sample.catalogue],
      ...['--latency', String(latencyMs)],
      '--exit-with-stdin',
    ],
    // Detached: a Ctrl-C in the terminal reaches every process of the group, and the run's last requests are
    // still to be answered. It ends when its standard input does, so also when we are killed.
    { cwd: root, detached: true, stdio: ['pipe', 'pipe', 'inherit'], windowsHide: true },
  );
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The stand-in ended with code ${code} before it listened.`);
    }),
  ]);
  const { url, apiUrl } = JSON.parse(line);
  // A pipe nobody reads fills up and stops its writer.
  child.stdout.resume();
  return { urls: ['--site-url', url, '--api-url', apiUrl], stop: () => child.stdin.end() };
}
