export { type SyncFetcherOptions, syncFetcher as default } from './sync-fetcher.js';
