import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { CuePointError } from '@cuepoint/core';
import { BROWSER_DEFAULTS } from './defaults.js';

/** A browser that can be started. */
export interface FoundBrowser {
  /** Who put it there: its path was given, Playwright downloaded it, or it belongs to the system. */
  readonly source: 'configured' | 'playwright' | 'system';
  /** Absolute path of the program. */
  readonly path: string;
}

/** Where to look. The defaults are those of this computer. */
export interface BrowserSearch {
  /** A program to use and no other. */
  readonly executablePath?: string | undefined;
  /** As `process.platform`. */
  readonly platform?: NodeJS.Platform;
  /** Environment variables: `PATH`, and on Windows the program folders. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly home?: string;
  /** Where Playwright keeps its own Chromium; undefined: it has none for this system. */
  readonly playwrightPath?: string | undefined;
}

/**
 * Looks for a browser: the one that is configured, else Playwright's own Chromium, else Chrome, Chromium or Edge of
 * the system. Only looks whether the file is there and may be run; starts nothing.
 *
 * @returns undefined when there is none.
 */
export async function findBrowser(search: BrowserSearch = {}): Promise<FoundBrowser | undefined> {
  const { executablePath } = search;
  if (executablePath !== undefined) {
    return (await canRun(executablePath)) ? { source: 'configured', path: executablePath } : undefined;
  }
  const own = 'playwrightPath' in search ? search.playwrightPath : await pathOfPlaywright();
  if (own !== undefined && (await canRun(own))) return { source: 'playwright', path: own };
  for (const candidate of systemPaths(search)) {
    if (await canRun(candidate)) return { source: 'system', path: candidate };
  }
  return undefined;
}

/**
 * The same, for someone who cannot do without.
 *
 * @throws {CuePointError} `FETCH_BROWSER_MISSING`, with the command that installs one.
 */
export async function requireBrowser(search: BrowserSearch = {}): Promise<FoundBrowser> {
  const found = await findBrowser(search);
  if (found !== undefined) return found;
  const { executablePath } = search;
  throw executablePath === undefined
    ? new CuePointError('FETCH_BROWSER_MISSING', 'There is no Chrome, Chromium or Edge on this computer.', {
        hint: `Install one for CuePoint alone: ${BROWSER_DEFAULTS.installCommand}`,
      })
    : new CuePointError('FETCH_BROWSER_MISSING', `There is no browser at ${executablePath}.`, {
        hint: 'Correct the path, or leave it out: a browser is then looked for.',
      });
}

/** Playwright throws for a system it has no browser for. */
async function pathOfPlaywright(): Promise<string | undefined> {
  const { chromium } = await import('playwright-core');
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function systemPaths({ platform = process.platform, env = process.env, home = homedir() }: BrowserSearch): string[] {
  switch (platform) {
    case 'win32':
      return product(
        [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter((root) => root !== undefined),
        [
          'Google/Chrome/Application/chrome.exe',
          'Chromium/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
        ],
      );
    case 'darwin':
      return product(
        ['/Applications', path.join(home, 'Applications')],
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`),
      );
    default:
      return product((env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute), LINUX_NAMES);
  }
}

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
] as const;

/** Every name in every folder; the name decides before the folder. */
function product(folders: readonly string[], names: readonly string[]): string[] {
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function canRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
