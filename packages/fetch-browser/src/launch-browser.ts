import path from 'node:path';
import { errorMessage } from '@cuepoint/core';
import type { BrowserContext, BrowserType } from 'playwright-core';
import { BROWSER_DEFAULTS } from './defaults.js';
import type { FoundBrowser } from './find-browser.js';
import { openWorkingFolder, type WorkingFolder } from './working-folder.js';

/** How a browser is started. */
export interface LaunchSetup {
  readonly chromium: BrowserType;
  readonly browser: FoundBrowser;
  readonly headed: boolean;
  /** A profile that is kept; undefined: one that is deleted at the end. */
  readonly profileDir: string | undefined;
  /** Hosts that may be looked up; every other name and address is unknown to it. */
  readonly hosts: readonly string[];
  readonly log: (message: string) => void;
}

/** A browser that runs. */
export interface LaunchedBrowser {
  readonly context: BrowserContext;
  readonly folder: WorkingFolder;
  /** Its main process; undefined where it does not say. */
  readonly pid: number | undefined;
  /** Its own, as it would send it. */
  readonly userAgent: string;
}

/**
 * Starts a browser, with its sandbox where the system allows one.
 *
 * @throws What Playwright throws when it does not start; nothing is left behind then.
 */
export async function launchBrowser(setup: LaunchSetup): Promise<LaunchedBrowser> {
  const folder = await openWorkingFolder();
  try {
    const context = await launch(setup, folder.path);
    if (!setup.headed) await context.addInitScript(UNGUARDED);
    const { pid, userAgent } = await askIt(context);
    if (pid !== undefined) folder.browserIs(pid);
    return { context, folder, pid, userAgent };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

async function launch(setup: LaunchSetup, folder: string): Promise<BrowserContext> {
  const start = (chromiumSandbox: boolean): Promise<BrowserContext> =>
    setup.chromium.launchPersistentContext(setup.profileDir ?? path.join(folder, 'profile'), {
      executablePath: setup.browser.path,
      headless: !setup.headed,
      chromiumSandbox,
      artifactsDir: folder,
      env: { ...process.env, ...temporaryFilesIn(folder) },
      args: ARGUMENTS.concat(`--host-resolver-rules=${resolverRules(setup.hosts)}`),
      timeout: BROWSER_DEFAULTS.startTimeoutMs,
      serviceWorkers: 'block',
      acceptDownloads: false,
      // A window of the user's own has the size they give it.
      ...(setup.headed ? { viewport: null } : {}),
      // Whoever composes the run decides what Ctrl-C does; Playwright would end the process.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  // Chromium does not start as root with its sandbox.
  if (process.platform === 'linux' && process.getuid?.() === 0) return start(false);
  try {
    return await start(true);
  } catch (error) {
    if (!/sandbox/i.test(errorMessage(error))) throw error;
    setup.log('browser: this system gives the browser no sandbox, so it runs without one');
    return start(false);
  }
}

/**
 * Chromium puts a socket in the folder for temporary files, which a `kill -9` of it leaves there. The name of a socket
 * must not be longer than 103 bytes, of which it needs 45.
 */
function temporaryFilesIn(folder: string): { TMPDIR?: string } {
  return Buffer.byteLength(folder) <= 58 ? { TMPDIR: folder } : {};
}

const ARGUMENTS: readonly string[] = ['--disable-background-networking'];

/**
 * Runs before the scripts of every page, and takes from them what the guard cannot watch: a window sends its first
 * request before it can be closed, and a socket is not shown to it. A window that a person looks at is left as it is.
 */
const UNGUARDED = 'globalThis.open = () => null; delete globalThis.WebSocket;';

/**
 * The guard of each tab sees what pages ask for; workers, popups and the browser itself it does not see. This holds for
 * all of them: a host that is not configured cannot be found, be it a name or an address.
 */
function resolverRules(hosts: readonly string[]): string {
  return ['MAP * ~NOTFOUND', ...hosts.map((host) => `EXCLUDE ${host.replace(/^\[|\]$/g, '')}`)].join(' , ');
}

async function askIt(context: BrowserContext): Promise<Pick<LaunchedBrowser, 'pid' | 'userAgent'>> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (cdp === undefined) throw new Error('The browser does not say what it is');
  const { userAgent } = await cdp.send('Browser.getVersion');
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  return { userAgent, pid: processInfo.find(({ type }) => type === 'browser')?.id };
}
