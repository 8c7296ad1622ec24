/**
 * The contract of every page fetcher, and of every policy wrapped around one.
 *
 * @module
 */

/** What is asked for: a page of search results, the page of one track, or an answer of the JSON API. */
export type PageKind = 'search' | 'track' | 'api';

/** One page to get. */
export interface PageRequest {
  /** Absolute URL. Its host must be one of the configured hosts. */
  readonly url: string;
  /** What the answer will hold; a fetcher may use it to choose a timeout, never to look inside. */
  readonly kind: PageKind;
  /** Extra request headers, names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What a rendering fetcher waits for: CSS selectors, any one of which means the data is there. */
  readonly ready?: readonly string[];
}

/** Milliseconds on one monotonic clock (`performance.now()`); parts a transport cannot tell are absent. */
export interface PageTiming {
  /** When the request was sent, on the monotonic clock. */
  readonly startedAt: number;
  /** From sending the request to the last byte of the body, redirects included. */
  readonly networkMs: number;
  /** DNS, TCP and TLS; 0 on a kept-alive connection. */
  readonly connectMs?: number;
  /** From sending the request to the head of the answer. */
  readonly firstByteMs?: number;
  /** From the head of the answer to the last byte of the body. */
  readonly bodyMs?: number;
  /** Bytes of the body as they came over the wire, compressed or not. */
  readonly wireBytes?: number;
  /** Bytes of the body after decompression. */
  readonly bodyBytes: number;
}

/** What came back, whatever its status. */
export interface Page {
  /** The URL that answered: after redirects, if there were any. */
  readonly url: string;
  /** HTTP status, 100–599. */
  readonly status: number;
  /** Answer headers, names in lower case; several of one name joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text, decompressed and decoded. */
  readonly body: string;
  /** Name of the fetcher that got it. */
  readonly fetchedBy: string;
  /** What it cost. */
  readonly timing: PageTiming;
}

/** One attempt at one request, as a policy saw it end. */
export interface AttemptReport {
  readonly fetchedBy: string;
  /** Milliseconds on the monotonic clock. */
  readonly startedAt: number;
  /** Milliseconds from sending to the last byte, or to the failure. */
  readonly networkMs: number;
  /** HTTP status; absent when no answer came. */
  readonly status?: number;
  /** What the answer meant, or the code of the transport error. */
  readonly outcome: PageClass | 'error';
  /** Code of the transport error, when `outcome` is `error`. */
  readonly errorCode?: string;
  readonly wireBytes: number;
  readonly bodyBytes: number;
}

/** Why a request waited before it was sent: for a place in flight, for the rate, or to back off. */
export type WaitReason = 'bound' | 'rate' | 'backoff';

/** What a fetcher stack tells about one request while it is under way. */
export type FetchNote =
  | { readonly type: 'wait'; readonly reason: WaitReason; readonly ms: number }
  | { readonly type: 'attempt'; readonly attempt: AttemptReport }
  | { readonly type: 'cache'; readonly hit: boolean };

/** What may accompany a request. */
export interface FetchOptions {
  /** Ends the request at once with `FETCH_ABORTED`. */
  readonly signal?: AbortSignal;
  /** Called by policies for every wait, attempt and cache answer of this request. */
  readonly onNote?: (note: FetchNote) => void;
}

/** Gets one page over one transport. Returns whatever status came; knows nothing of what is on it. */
export interface Fetcher extends AsyncDisposable {
  /** Short name, as on the command line: `sync`, `async`, `browser`. */
  readonly name: string;
  /** How many requests it serves well at once: 1 for a sequential fetcher. */
  readonly concurrency: number;
  /**
   * @throws {FetchError} transport errors only; an HTTP error status is a page like any other.
   */
  fetch(request: PageRequest, options?: FetchOptions): Promise<Page>;
}

/**
 * What an answer means. Decided by one pure function, `classify(page)` of `@cuepoint/beatport`.
 *
 * - `ok`: the data asked for is there. `empty`: a search without results.
 * - `not-found`: no such track.
 * - `rate-limited`: asked to slow down. `blocked`: shut out (a challenge or a refusal).
 * - `shell`: a page whose data only a script would load. `missing-payload`: a page without its data.
 * - `unknown-shape`: data that no parser knows. `transient`: a fault that may pass (5xx).
 */
export type PageClass =
  | 'ok'
  | 'empty'
  | 'not-found'
  | 'rate-limited'
  | 'blocked'
  | 'shell'
  | 'missing-payload'
  | 'unknown-shape'
  | 'transient';

/** Decides what an answer means; pure, the same for every fetcher. */
export type Classify = (page: Page, kind: PageKind) => PageClass;
