export { BROWSER_DEFAULTS } from './defaults.js';
export { type BrowserSearch, type FoundBrowser, findBrowser } from './find-browser.js';
export type { BrowserFetcherOptions } from './options.js';
export { type BrowserEvents, browserFetcher as default, createBrowserFetcher } from './plugin.js';
