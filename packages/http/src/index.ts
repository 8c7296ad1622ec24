export { createHttpFetcher, type HttpFetcherSetup } from './create-http-fetcher.js';
export { HTTP_DEFAULTS } from './defaults.js';
export { Gate } from './gate.js';
export { createHostGuard, type HostGuard } from './host-guard.js';
