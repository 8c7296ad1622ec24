import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { classify } from '@cuepoint/beatport';
import { type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserBench, openBrowserBench } from './browser-bench.js';
import { noBrowser } from './this-browser.js';

const isThere = (tool: string) => spawnSync(tool, ['-version'], { stdio: 'ignore' }).error === undefined;
const missing = ['Xvfb', 'xdotool'].filter((tool) => !isThere(tool));
const reason = noBrowser ?? (missing.length === 0 ? undefined : `without ${missing.join(' and ')}`);

describe.skipIf(reason !== undefined)(`a challenge in a visible browser (${reason ?? 'a person is played'})`, () => {
  let screen: ChildProcess;
  let site: StandIn;
  let bench: BrowserBench;
  beforeAll(async () => {
    bench = openBrowserBench();
    site = await startStandIn({ catalogue: [{ id: 1, name: 'Quay', artists: ['Ines Vale'] }] });
    screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1000x800x24'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [display] = screen.stdout === null ? [] : await once(screen.stdout, 'data');
    process.env.DISPLAY = `:${String(display).trim()}`;
  });
  afterAll(async () => {
    screen.kill();
    await site.close();
    await bench[Symbol.asyncDispose]();
  });
  const search = (n: number) => ({ url: `${site.url}/search/tracks?q=quay+${n}`, kind: 'search' as const });

  test('it waits for the person, goes on by itself once the page is there, and the profile is kept', async () => {
    site.configure({ faults: [{ name: 'challenge' }] });
    const options = { headed: true, profileDir: path.join(bench.folder, 'profile') };
    const called: string[] = [];
    {
      let clicking: Promise<void> | undefined;
      await using fetcher = await bench.make(site.url, options, {
        onPersonNeeded: (url) => {
          called.push(url);
          clicking = clickUntil(() => site.requests.some((each) => each.path === '/__challenge/solve'));
        },
      });
      const pages = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => fetcher.fetch(search(n))));
      await clicking;
      expect(pages.map((page) => [page.status, classify(page, 'search')])).toEqual(pages.map(() => [200, 'ok']));
    }
    expect(called).toHaveLength(1);
    expect(await readdir(bench.folder)).toEqual(['profile']);
    // Two tabs met the challenge, the click led one of them on, and the other went there once more.
    expect(site.requests.filter(({ kind, status }) => kind === 'page' && status === 403).length).toBeLessThanOrEqual(2);
  });

  test('when nobody comes the page is handed back as it is', async () => {
    site.configure({ faults: [{ name: 'challenge' }] });
    await using fetcher = await bench.make(site.url, { headed: true, personTimeoutMs: 200 });
    const page = await fetcher.fetch(search(9));
    expect([page.status, classify(page, 'search')]).toEqual([403, 'blocked']);
  });
});

/** Clicks its way down the left edge of the window, where the link of the challenge stands, until it was hit. */
async function clickUntil(isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    for (let y = 100; y <= 400 && !isDone(); y += 8) {
      await once(spawn('xdotool', ['mousemove', '25', String(y), 'click', '1'], { stdio: 'ignore' }), 'exit');
    }
  }
}
