import type { FetcherPlugin } from '../contracts/fetcher-plugin.js';

/** The server the promises are checked against: `startStandIn()` of `@cuepoint/stand-in` gives one. */
export interface ConformanceServer {
  /** Origin of a server with the `/__test/…` routes. Nothing else may use it while the tests run. */
  readonly url: string;
  /** Origin of a second such server, which the fetcher is not allowed to contact. */
  readonly otherUrl: string;
}

/** Tests that a fetcher cannot pass by its nature. */
export interface SkippedTests {
  /** Why, for whoever reads the test report. */
  readonly reason: string;
  /** Names of the tests, as reported. A name that does not exist is an error. */
  readonly tests: readonly string[];
}

/** The fetcher that is tested, and against what. */
export interface FetcherSubject {
  readonly plugin: FetcherPlugin;
  /** Options as a user would write them; checked by the plug-in's own schema. Default: none, `{}`. */
  readonly options?: unknown;
  readonly server: ConformanceServer;
  readonly skip?: readonly SkippedTests[];
  /**
   * How long a test waits for something that ought to happen at once, in milliseconds, before it fails. Costs time only
   * in tests that fail. Default 8000; a fetcher that starts a heavy program may need more.
   */
  readonly patienceMs?: number;
}
