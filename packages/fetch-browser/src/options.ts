import { z } from 'zod';
import { BROWSER_DEFAULTS } from './defaults.js';

const milliseconds = z.int().min(1).max(3_600_000);

/** What a user may set. */
export const browserOptionsSchema = z.strictObject({
  /** Tabs open at once, which is also the most requests in flight: 1–5. Default 2; each costs about 100 MB. */
  pages: z.int().min(1).max(5).default(BROWSER_DEFAULTS.pages),
  /** A visible window, in which a person can answer a challenge. Default false. Needs a screen. */
  headed: z.boolean().default(false),
  /**
   * Folder of a profile that is kept: cookies stay from run to run. Default: a profile of its own, deleted at the end.
   * One browser at a time can use a folder.
   */
  profileDir: z.string().min(1).optional(),
  /** Program to start. Default: the one that `findBrowser` finds. */
  executablePath: z.string().min(1).optional(),
  /** Default 30 000. The run's own limit holds where it is shorter. */
  navigationTimeoutMs: milliseconds.default(BROWSER_DEFAULTS.navigationTimeoutMs),
  /** Default 10 000. Longer finds the data of slow scripts, and waits as long for pages that have none. */
  resultsTimeoutMs: milliseconds.default(BROWSER_DEFAULTS.resultsTimeoutMs),
  /** Default 300 000; only for `headed`. */
  personTimeoutMs: milliseconds.default(BROWSER_DEFAULTS.personTimeoutMs),
  /** Pages after which the browser is started anew, about 0.7 s each time. Default 200. */
  recycleAfter: z.int().min(1).max(10_000).default(BROWSER_DEFAULTS.recycleAfter),
});

/** Options of the plug-in; what is absent has its default. */
export type BrowserFetcherOptions = z.input<typeof browserOptionsSchema>;

/** The same, complete. */
export type CompleteOptions = z.output<typeof browserOptionsSchema>;
