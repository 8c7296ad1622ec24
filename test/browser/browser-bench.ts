import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Fetcher, FetcherContext } from '@cuepoint/core';
import { type BrowserEvents, type BrowserFetcherOptions, createBrowserFetcher } from '@cuepoint/fetch-browser';

/** Browsers of one test file, told apart from all others by the folder they work in. */
export interface BrowserBench extends AsyncDisposable {
  /** Every browser started from now on works in here. */
  readonly folder: string;
  make(origin: string, options?: BrowserFetcherOptions, change?: BrowserChange): Promise<Fetcher>;
  /** What is left of them: folders, and processes that name the folder (Linux). */
  leftovers(): Promise<readonly string[]>;
  processes(): Promise<readonly BrowserProcess[]>;
}

/** A process that works in the bench's folder. */
export interface BrowserProcess {
  readonly pid: number;
  /** `main`: the browser itself; `keeper`: what deletes the folder; else Chromium's own word: `renderer`, `utility`. */
  readonly type: string;
}

/** What a test may set besides the options. */
export interface BrowserChange extends BrowserEvents {
  readonly context?: Partial<FetcherContext>;
}

/** Makes every browser started from now on work in a folder of the bench's own. */
export function openBrowserBench(): BrowserBench {
  const outer = process.env.TMPDIR;
  const folder = mkdtempSync(path.join(tmpdir(), 'cuepoint-test-'));
  process.env.TMPDIR = folder;
  const processes = () => processesNaming(folder);
  return {
    folder,
    make: (origin, options = {}, { context = {}, ...events } = {}) =>
      createBrowserFetcher(
        options,
        {
          allowedOrigins: [origin],
          timeoutMs: 20_000,
          maxBodyBytes: 5_000_000,
          userAgent: 'CuePoint/test',
          maxInFlight: 4,
          log: () => {},
          ...context,
        },
        events,
      ),
    processes,
    leftovers: async () => [...(await readdir(folder)), ...(await processes()).map(({ pid }) => `process ${pid}`)],
    async [Symbol.asyncDispose]() {
      if (outer === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = outer;
      await mkdir(folder, { recursive: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function processesNaming(folder: string): Promise<readonly BrowserProcess[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      // Only what they work with stands as `folder/…` there: a shell that just names the folder is none of them.
      if (!command.includes(`${folder}${path.sep}`)) return undefined;
      const type = /--type=([a-z-]+)/.exec(command)?.[1];
      return { pid: Number(pid), type: type ?? (command.includes('--user-data-dir=') ? 'main' : 'keeper') };
    }),
  );
  return found.filter((each) => each !== undefined);
}
