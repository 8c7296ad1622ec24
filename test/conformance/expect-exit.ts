import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'vitest';

/**
 * Runs a program that fetches, closes its fetcher while a request is in flight, and does nothing more. It must come
 * to its end by itself: nobody calls `process.exit`.
 *
 * @param packageName The package whose default export is the plug-in.
 * @param siteUrl Origin of a stand-in.
 */
export async function expectExit(packageName: string, siteUrl: string): Promise<void> {
  const program = `
    const { default: plugin } = await import(process.argv[1]);
    const url = process.argv[2];
    const fetcher = await plugin.create({}, {
      allowedOrigins: [url], timeoutMs: 600_000, maxBodyBytes: 1_000_000, userAgent: 'CuePoint/test', maxInFlight: 3,
      log: () => {},
    });
    const get = (path) => fetcher.fetch({ url: url + path, kind: 'search' });
    const statuses = (await Promise.all([1, 2, 3].map(() => get('/__test/status/404')))).map((page) => page.status);
    const hanging = get('/__test/delay/600000').catch((error) => error.code);
    await fetcher[Symbol.asyncDispose]();
    console.log(JSON.stringify([...statuses, await hanging]));
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', program, packageName, siteUrl],
    { cwd: fileURLToPath(new URL('.', import.meta.url)), timeout: 30_000 },
  );
  expect(JSON.parse(stdout)).toEqual([404, 404, 404, 'FETCH_ABORTED']);
}
