import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../packages/stand-in/dist/bin.js', import.meta.url));

/**
 * Starts the stand-in in a process of its own, so that what it costs is not counted with what is measured. It ends
 * with this process, however that ends.
 *
 * @param {{ catalogue: string, latencyMs?: number, args?: readonly string[] }} options
 */
export async function startStandInProcess({ catalogue, latencyMs = 0, args = [] }) {
  const child = spawn(
    process.execPath,
    [BIN, '--catalogue', catalogue, '--latency', String(latencyMs), '--exit-with-stdin', ...args],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The stand-in ended with code ${code} before it listened.`);
  });
  ended.catch(() => {});
  const [line] = await Promise.race([once(lines, 'line'), ended]);
  const { url, apiUrl } = JSON.parse(String(line));
  return {
    url,
    apiUrl,
    /** @returns {Promise<{ requests: number, mostInFlight: number }>} the stand-in's own count */
    stats: async () => (await fetch(`${url}/__stand-in/stats`)).json(),
    reset: async () => void (await fetch(`${url}/__stand-in/reset`, { method: 'POST' })),
    configure: async (/** @type {object} */ options) =>
      void (await fetch(`${url}/__stand-in/configure`, { method: 'POST', body: JSON.stringify(options) })),
    close: async () => {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    },
  };
}
