export { type AsyncFetcherOptions, asyncFetcher as default } from './async-fetcher.js';
