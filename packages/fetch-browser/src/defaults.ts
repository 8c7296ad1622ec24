/** Every fixed number of this package, in one place. What a run may change is in `FetcherContext`. */
export const BROWSER_DEFAULTS = {
  /** Tabs open at once. More than two do not pay on two cores: drawing a page is work for the processor. */
  pages: 2,
  /** Most milliseconds for the answer itself; a shorter limit of the run holds. */
  navigationTimeoutMs: 30_000,
  /** Most milliseconds for a script of the page to bring the data, after the answer is there. */
  resultsTimeoutMs: 10_000,
  /** Most milliseconds a visible browser waits for a person to answer a challenge. */
  personTimeoutMs: 300_000,
  /** Pages after which the browser is started anew, since its memory only grows. */
  recycleAfter: 200,
  /** Most milliseconds for the browser to start, and for a tab to open. */
  startTimeoutMs: 30_000,
  /** Milliseconds the browser gets to close in good order before it is ended. */
  closeTimeoutMs: 5_000,
  /** Milliseconds between two looks at a page whose data is not there yet. */
  pollMs: 50,
  /** Requests for one kind of page that are not tried inside the page after such a try gave no data. */
  insidePauseRequests: 20,
  /** Origins a visible browser may load parts of a challenge from, besides the site's own. */
  challengeOrigins: ['https://challenges.cloudflare.com'],
  /** The one command that installs a browser where there is none. */
  installCommand: 'npx playwright-core@1.65.1 install chromium',
} as const;
