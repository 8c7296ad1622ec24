import type { Fetcher, FetcherContext, FetcherPlugin } from '@cuepoint/core';
import { createHostGuard } from '@cuepoint/http';
import { BrowserFetcher } from './browser-fetcher.js';
import { BROWSER_DEFAULTS } from './defaults.js';
import { requireBrowser } from './find-browser.js';
import { type BrowserFetcherOptions, browserOptionsSchema } from './options.js';
import { Person } from './person.js';
import { SessionKeeper } from './session-keeper.js';

/** What someone may want to hear of a browser fetcher. */
export interface BrowserEvents {
  /**
   * A challenge waits in the visible window for a person; the request goes on by itself once it is answered.
   *
   * @param url The page that was asked for.
   */
  readonly onPersonNeeded?: (url: string) => void;
}

const NAME = 'browser';

/**
 * The plug-in `browser`: pages as a real Chromium shows them.
 *
 * The browser is an honest one: its own `User-Agent` with CuePoint's name added, no disguise of any kind. Playwright is
 * loaded when a fetcher is made, the browser started with the first request.
 */
export const browserFetcher: FetcherPlugin<BrowserFetcherOptions> = {
  apiVersion: 1,
  name: NAME,
  summary: 'pages as a real browser shows them; slow, for when the others get no data',
  options: browserOptionsSchema,
  create: (options, context) => createBrowserFetcher(options, context),
};

/**
 * Makes the fetcher, for a caller who wants to hear of challenges.
 *
 * @throws {CuePointError} `FETCH_BROWSER_MISSING`
 * @throws {ZodError} when an option does not fit.
 * @throws {TypeError} when `context.allowedOrigins` holds something that is not an http or https address.
 */
export async function createBrowserFetcher(
  given: BrowserFetcherOptions,
  context: FetcherContext,
  events: BrowserEvents = {},
): Promise<Fetcher> {
  const options = browserOptionsSchema.parse(given);
  const guard = createHostGuard(context.allowedOrigins);
  const browser = await requireBrowser({ executablePath: options.executablePath });
  const { chromium } = await import('playwright-core');
  const partOrigins = options.headed ? BROWSER_DEFAULTS.challengeOrigins : [];
  const sessions = new SessionKeeper({
    chromium,
    browser,
    headed: options.headed,
    profileDir: options.profileDir,
    hosts: [...context.allowedOrigins, ...partOrigins].map((origin) => new URL(origin).hostname),
    log: context.log,
    tabs: { guard, partOrigins, loadAll: options.headed },
    product: context.userAgent,
    recycleAfter: options.recycleAfter,
  });
  const sayIt = (url: string) => {
    context.log(`${NAME}: the site asks for a person; answer it in the window (${url})`);
    events.onPersonNeeded?.(url);
  };
  const person = options.headed ? new Person(options.personTimeoutMs, sayIt) : undefined;
  return new BrowserFetcher({ name: NAME, options, context, sessions, person });
}
