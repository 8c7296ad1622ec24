import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BrowserBench, openBrowserBench } from './browser-bench.js';
import { noBrowser } from './this-browser.js';

const reason = noBrowser ?? (process.platform === 'linux' ? undefined : 'processes are counted in /proc');

describe.skipIf(reason !== undefined)(`browsers that end badly (${reason ?? 'a real browser'})`, () => {
  let site: StandIn;
  let bench: BrowserBench;
  beforeAll(async () => {
    bench = openBrowserBench();
    site = await startStandIn({ catalogue: [{ id: 1, name: 'Quay', artists: ['Ines Vale'] }] });
  });
  beforeEach(() => site.reset());
  afterAll(async () => {
    await site.close();
    await bench[Symbol.asyncDispose]();
  });
  const request = () => ({ url: `${site.url}/search/tracks?q=quay`, kind: 'search' as const });
  const nothingLeft = () => vi.waitFor(async () => expect(await bench.leftovers()).toEqual([]), PATIENCE);
  const arrival = () => vi.waitFor(() => expect(site.requests.length).toBeGreaterThan(0), PATIENCE);
  /** Sends a signal to all processes of one type; gives their number. */
  const end = async (type: string, signal: NodeJS.Signals) => {
    const found = (await bench.processes()).filter((each) => each.type === type);
    for (const { pid } of found) process.kill(pid, signal);
    return found.length;
  };

  test.each([
    ['a tab', 'renderer'],
    ['the network service', 'utility'],
    ['the browser', 'main'],
  ])('kill -9 of %s under a request: it is asked again and answered', async (_what, type) => {
    site.configure({ faults: [{ name: 'hang', next: 1 }] });
    {
      await using fetcher = await bench.make(site.url);
      const page = fetcher.fetch(request());
      await arrival();
      expect(await end(type, 'SIGKILL')).toBeGreaterThan(0);
      expect((await page).status).toBe(200);
    }
    await nothingLeft();
  });

  test('a browser that goes down each time: the request fails with the reason', async () => {
    site.configure({ faults: [{ name: 'hang' }] });
    {
      await using fetcher = await bench.make(site.url);
      const page = fetcher.fetch(request());
      page.catch(() => undefined);
      await arrival();
      await end('main', 'SIGKILL');
      await vi.waitFor(() => expect(site.requests.length).toBeGreaterThan(1), PATIENCE);
      await end('main', 'SIGKILL');
      await expect(page).rejects.toMatchObject({ code: 'FETCH_NETWORK' });
      site.configure({ faults: [] });
      expect((await fetcher.fetch(request())).status).toBe(200);
    }
    await nothingLeft();
  });

  test('a browser that hangs is ended when the fetcher is closed', async () => {
    const fetcher = await bench.make(site.url);
    await fetcher.fetch(request());
    await end('main', 'SIGSTOP');
    await fetcher[Symbol.asyncDispose]();
    await nothingLeft();
  });

  test('a browser that is closed while it starts leaves nothing', async () => {
    const fetcher = await bench.make(site.url);
    const page = fetcher.fetch(request());
    page.catch(() => undefined);
    await fetcher[Symbol.asyncDispose]();
    await expect(page).rejects.toMatchObject({ code: 'FETCH_ABORTED' });
    expect(await bench.leftovers()).toEqual([]);
  });

  test.each([0, 150, 400, 700, 1_000, 1_400])('kill -9 of the program %i ms after its start', async (ms) => {
    const program = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM, site.url], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(program.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, ms));
    program.kill('SIGKILL');
    await once(program, 'exit');
    await nothingLeft();
  });
});

const PATIENCE = { timeout: 20_000, interval: 50 };

/** Fetches without end. */
const PROGRAM = `
  const { default: plugin } = await import('@cuepoint/fetch-browser');
  const url = process.argv[1];
  const fetcher = await plugin.create({}, {
    allowedOrigins: [url], timeoutMs: 20_000, maxBodyBytes: 5_000_000, userAgent: 'CuePoint/test', maxInFlight: 2,
    log: () => {},
  });
  console.log('started');
  for (;;) await fetcher.fetch({ url: url + '/search/tracks?q=quay', kind: 'search' });
`;
