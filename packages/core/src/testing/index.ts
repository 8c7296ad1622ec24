export { describeFetcher, type TestFunctions } from './describe-fetcher.js';
export type { FetcherCase } from './fetcher-case.js';
export { fetcherCases } from './fetcher-cases.js';
export type { ConformanceServer, FetcherSubject, SkippedTests } from './fetcher-subject.js';
