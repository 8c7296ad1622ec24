import type { Dispatcher } from 'undici';
import { tooLarge } from './decompress.js';
import { isConnectionCut } from './transport-error.js';

/** One request on its way to one host. */
export interface ExchangeRequest {
  /** The URL the caller asked for, for the errors: a redirect may have led elsewhere. */
  readonly asked: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Most bytes of the body, as sent. */
  readonly maxBytes: number;
  /** Ends the exchange at once; its reason becomes the error. */
  readonly signal: AbortSignal;
}

/** One answer, nothing interpreted. Times in milliseconds on the monotonic clock. */
export interface Answer {
  readonly status: number;
  /** Names in lower case, several of one name joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** As sent, still compressed. */
  readonly body: Buffer;
  /** Wait for a new connection; 0 when a kept one served. */
  readonly connectMs: number;
  /** When the head had come. */
  readonly headAt: number;
  /** When the last byte had come. */
  readonly endAt: number;
}

/** How an exchange ended. */
export type ExchangeOutcome =
  | { readonly ok: true; readonly answer: Answer }
  | {
      readonly ok: false;
      readonly error: unknown;
      /** The server had closed the kept connection while it lay idle: it said nothing, and may be asked again. */
      readonly stale: boolean;
    };

/**
 * Sends one GET and reads the whole answer. Never throws.
 *
 * It speaks undici's dispatch protocol rather than `request()`: that tells when a request got its connection, ends
 * at once even while still waiting for one, and leaves no body stream that someone must remember to consume.
 *
 * @param opened How many connections the dispatcher has opened so far.
 */
export function exchange(
  dispatcher: Dispatcher,
  request: ExchangeRequest,
  opened: () => number,
): Promise<ExchangeOutcome> {
  return new Promise((resolve) => {
    // A signal that fires between two hops tells no listener that is added afterwards.
    if (request.signal.aborted) return resolve({ ok: false, error: request.signal.reason, stale: false });
    const { asked, url, maxBytes, signal } = request;
    const sentAt = performance.now();
    const openedBefore = opened();
    const chunks: Buffer[] = [];
    let size = 0;
    let connectMs: number | undefined;
    let head: Pick<Answer, 'status' | 'headers' | 'headAt'> | undefined;
    let controller: Dispatcher.DispatchController | undefined;

    const settle = (outcome: ExchangeOutcome) => {
      signal.removeEventListener('abort', stop);
      resolve(outcome);
    };
    const fail = (error: Error) => {
      settle({ ok: false, error, stale: false });
      controller?.abort(error);
    };
    const stop = () => fail(reasonOf(signal));
    signal.addEventListener('abort', stop, { once: true });

    dispatcher.dispatch(
      {
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: request.headers,
        // The signal carries the one timeout there is, over head and body together.
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      {
        onRequestStart(started) {
          // A request given up while it waited for a connection must not be sent after all.
          if (signal.aborted) return started.abort(reasonOf(signal));
          controller = started;
          connectMs = opened() === openedBefore ? 0 : performance.now() - sentAt;
        },
        onResponseStart(_controller, status, headers) {
          // Comes once more for each 1xx before the answer itself; the last one stays.
          head = { status, headers: joined(headers), headAt: performance.now() };
          if (Number(head.headers['content-length']) > maxBytes) fail(tooLarge(maxBytes, asked));
        },
        onResponseData(_controller, chunk) {
          size += chunk.length;
          if (size > maxBytes) fail(tooLarge(maxBytes, asked));
          else chunks.push(chunk);
        },
        onResponseEnd() {
          if (head === undefined) return;
          const body = Buffer.concat(chunks, size);
          settle({ ok: true, answer: { ...head, body, connectMs: connectMs ?? 0, endAt: performance.now() } });
        },
        onResponseError(_controller, error) {
          settle({ ok: false, error, stale: connectMs === 0 && head === undefined && isConnectionCut(error) });
        },
      },
    );
  });
}

function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new Error(String(reason));
}

function joined(headers: Readonly<Record<string, string | readonly string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      typeof value === 'string' ? value : (value ?? []).join(', '),
    ]),
  );
}
