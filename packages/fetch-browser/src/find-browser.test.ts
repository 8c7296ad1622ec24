import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSER_DEFAULTS } from './defaults.js';
import { findBrowser, requireBrowser } from './find-browser.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cuepoint-find-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Puts a program there. */
async function install(...parts: readonly string[]): Promise<string> {
  const file = path.join(folder, ...parts);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, '');
  await chmod(file, 0o755);
  return file;
}

const linux = () => ({
  platform: 'linux' as const,
  env: {
    PATH: ['a', 'b', 'relative']
      .map((name) => (name === 'relative' ? name : path.join(folder, name)))
      .join(path.delimiter),
  },
  playwrightPath: undefined,
});

describe('findBrowser', () => {
  it('finds none where there is none', async () => {
    expect(await findBrowser(linux())).toBeUndefined();
  });

  it('takes Chrome before Chromium, in whatever folder', async () => {
    await install('a', 'chromium');
    const chrome = await install('b', 'google-chrome');
    expect(await findBrowser(linux())).toEqual({ source: 'system', path: chrome });
  });

  it('takes the one of Playwright before that of the system', async () => {
    await install('a', 'google-chrome');
    const own = await install('ms-playwright', 'chrome');
    expect(await findBrowser({ ...linux(), playwrightPath: own })).toEqual({ source: 'playwright', path: own });
    await rm(own);
    expect(await findBrowser({ ...linux(), playwrightPath: own })).toMatchObject({ source: 'system' });
  });

  it('takes the configured one and no other', async () => {
    await install('a', 'google-chrome');
    const mine = await install('mine');
    expect(await findBrowser({ ...linux(), executablePath: mine })).toEqual({ source: 'configured', path: mine });
    expect(await findBrowser({ ...linux(), executablePath: `${mine}-not` })).toBeUndefined();
  });

  it('looks in the program folders of Windows, and in the user’s own first', async () => {
    const env = { LOCALAPPDATA: path.join(folder, 'local'), PROGRAMFILES: path.join(folder, 'programs') };
    const search = { platform: 'win32' as const, env, playwrightPath: undefined };
    const edge = await install('programs', 'Microsoft', 'Edge', 'Application', 'msedge.exe');
    expect((await findBrowser(search))?.path).toBe(edge);
    const chrome = await install('local', 'Google', 'Chrome', 'Application', 'chrome.exe');
    expect((await findBrowser(search))?.path).toBe(chrome);
  });

  it('looks in the user’s own applications on macOS', async () => {
    const app = await install('Applications', 'Chromium.app', 'Contents', 'MacOS', 'Chromium');
    // A Chrome that this computer really has would come first.
    const found = await findBrowser({ platform: 'darwin', home: folder, playwrightPath: undefined });
    expect(found?.path).toMatch(process.platform === 'darwin' ? /MacOS/ : new RegExp(`${path.basename(app)}$`));
  });
});

describe('requireBrowser', () => {
  it('says how to get one', async () => {
    await expect(requireBrowser(linux())).rejects.toMatchObject({
      code: 'FETCH_BROWSER_MISSING',
      hint: expect.stringContaining(BROWSER_DEFAULTS.installCommand),
    });
  });

  it('names the path that is wrong', async () => {
    const executablePath = path.join(folder, 'not-there');
    await expect(requireBrowser({ executablePath })).rejects.toMatchObject({
      code: 'FETCH_BROWSER_MISSING',
      message: expect.stringContaining(executablePath),
    });
  });

  it('installs what fits the version that is used', () => {
    const { version }: { version: string } = createRequire(import.meta.url)('playwright-core/package.json');
    expect(BROWSER_DEFAULTS.installCommand).toContain(`playwright-core@${version} `);
  });
});
