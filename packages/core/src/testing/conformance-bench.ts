import assert from 'node:assert/strict';
import type { Fetcher, FetchOptions, Page } from '../contracts/fetcher.js';
import type { FetcherContext, FetcherPlugin } from '../contracts/fetcher-plugin.js';
import { errorCode } from '../errors/cuepoint-error.js';
import type { FetchErrorCode } from '../errors/fetch-error.js';
import { seenBy } from './conformance-server.js';
import type { ConformanceServer, FetcherSubject } from './fetcher-subject.js';
import { createPatience, type Patience } from './patience.js';

/** Far longer than any right answer takes on a slow machine. */
const PATIENCE_MS = 8_000;

/** The User-Agent the fetchers under test must send. */
export const CONFORMANCE_USER_AGENT = 'CuePoint-conformance/1.0 (+https://example.test)';

/** A fetcher under test, with shorter words for what the tests do. */
export interface Tested {
  readonly fetcher: Fetcher;
  /** URL of a path on the allowed server. */
  at(path: string): string;
  /** Fetches a path on the allowed server, or an absolute URL. */
  get(target: string, options?: FetchOptions): Promise<Page>;
  /** Starts a fetch and gives how it ends: `'answered'` or the error's code. It never rejects. */
  ending(target: string, options?: FetchOptions): Promise<string>;
  /** Asserts that a fetch fails with a code, and that the error names the URL that was asked for. */
  fails(target: string, code: FetchErrorCode, options?: FetchOptions): Promise<void>;
}

/** What every test has in hand. */
export interface Bench extends Patience {
  readonly plugin: FetcherPlugin;
  readonly server: ConformanceServer;
  /** Makes a fetcher, hands it over, and disposes of it whatever happens. */
  use(body: (tested: Tested) => Promise<void>, context?: Partial<FetcherContext>): Promise<void>;
  /** Waits until the allowed server has seen a request that contains this text. */
  arrival(text: string): Promise<void>;
}

/** A bench for one subject. */
export function createBench(subject: Omit<FetcherSubject, 'skip'>): Bench {
  const { plugin, options = {}, server, patienceMs = PATIENCE_MS } = subject;
  const patience = createPatience(patienceMs);
  return {
    ...patience,
    plugin,
    server,
    async use(body, context = {}) {
      const checked = await plugin.options['~standard'].validate(options);
      if (checked.issues)
        assert.fail(`The options do not fit: ${checked.issues.map((issue) => issue.message).join('; ')}`);
      const fetcher = await plugin.create(checked.value, {
        allowedOrigins: [new URL(server.url).origin],
        timeoutMs: 20_000,
        maxBodyBytes: 1_000_000,
        userAgent: CONFORMANCE_USER_AGENT,
        maxInFlight: 4,
        log: () => {},
        ...context,
      });
      try {
        await body(testedBy(fetcher, server.url, patience));
      } finally {
        await fetcher[Symbol.asyncDispose]();
      }
    },
    arrival: (text) =>
      patience.until(`the server sees ${text}`, async () =>
        (await seenBy(server.url)).order.some((entry) => entry.includes(text)),
      ),
  };
}

function testedBy(fetcher: Fetcher, serverUrl: string, { soon }: Patience): Tested {
  const at = (path: string) => new URL(path, serverUrl).href;
  const get: Tested['get'] = (target, options) => fetcher.fetch({ url: at(target), kind: 'search' }, options);
  return {
    fetcher,
    at,
    get,
    ending: (target, options) =>
      get(target, options).then(
        () => 'answered',
        (error: unknown) => errorCode(error) ?? String(error),
      ),
    async fails(target, code, options) {
      const error: unknown = await soon(`the end of ${target}`, get(target, options)).then(
        () => assert.fail(`${target} was answered; it should have failed with ${code}`),
        (reason: unknown) => reason,
      );
      if (error instanceof assert.AssertionError) throw error;
      assert.ok(error instanceof Error, `Something was thrown that is no error: ${String(error)}`);
      assert.equal(errorCode(error), code, `${target} failed with the wrong code: ${error.message}`);
      assert.equal('url' in error ? error.url : undefined, at(target), 'The error names another URL');
    },
  };
}
