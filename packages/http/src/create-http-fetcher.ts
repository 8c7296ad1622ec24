import {
  FetchError,
  type Fetcher,
  type FetcherContext,
  type FetchOptions,
  type Page,
  type PageRequest,
} from '@cuepoint/core';
import { Agent } from 'undici';
import { decodeText } from './decode-text.js';
import { decompress } from './decompress.js';
import { HTTP_DEFAULTS } from './defaults.js';
import { type Answer, type ExchangeRequest, exchange } from './exchange.js';
import { followRedirects } from './follow-redirects.js';
import { Gate } from './gate.js';
import { createHostGuard, type HostGuard } from './host-guard.js';
import { toFetchError } from './transport-error.js';

/** What tells one HTTP fetcher from another. */
export interface HttpFetcherSetup {
  /** Name of the fetcher: `sync`, `async`. */
  readonly name: string;
  /**
   * Connections kept open to each origin, from 1. Also the most requests in flight: what comes on top waits its
   * turn, first in, first out, and the wait does not count against the attempt's time.
   */
  readonly connections: number;
  /** The run it works in. */
  readonly context: FetcherContext;
}

/**
 * A fetcher over HTTP/1.1 with kept-alive connections, complete but for its name and its size.
 *
 * - Only configured hosts are contacted; redirects are followed within them.
 * - One time limit per attempt covers connecting, head and body, so that a server which drips a byte at a time
 *   cannot hold a request for ever.
 * - A request may be sent a second time inside one attempt, in one case: it went out on a kept connection and that
 *   connection was cut before any byte of an answer. That is what it looks like when the server closes an idle
 *   connection at the very moment we use it; every request is a GET, and the second one uses the same time limit.
 *   Any other failure is left to the retry policy.
 * - Disposing ends what is in flight or waiting with `FETCH_ABORTED` and closes every socket.
 *
 * @throws {TypeError} when `context.allowedOrigins` holds something that is not an http or https address.
 */
export function createHttpFetcher(setup: HttpFetcherSetup): Fetcher {
  return new HttpFetcher(setup);
}

class HttpFetcher implements Fetcher {
  readonly name: string;
  readonly concurrency: number;
  readonly #context: FetcherContext;
  readonly #guard: HostGuard;
  readonly #gate: Gate;
  readonly #agent: Agent;
  /** Ends each request that is waiting or in flight, with a message that says why. */
  readonly #live = new Set<(message: string) => void>();
  #opened = 0;
  #disposed = false;

  constructor({ name, connections, context }: HttpFetcherSetup) {
    this.name = name;
    this.concurrency = connections;
    this.#context = context;
    this.#guard = createHostGuard(context.allowedOrigins);
    this.#gate = new Gate(connections);
    this.#agent = new Agent({
      connections,
      pipelining: 1,
      maxHeaderSize: HTTP_DEFAULTS.maxHeadBytes,
      connect: { timeout: context.timeoutMs },
    });
    this.#agent.on('connect', () => {
      this.#opened += 1;
    });
  }

  async fetch(request: PageRequest, { signal }: FetchOptions = {}): Promise<Page> {
    const url = this.#guard.admit(request.url);
    const ending = new AbortController();
    const end = (message: string) => ending.abort(new FetchError('FETCH_ABORTED', request.url, message));
    const callOff = () => end('The request was called off');
    if (this.#disposed) end('The fetcher is closed');
    if (signal?.aborted) callOff();
    signal?.addEventListener('abort', callOff, { once: true });
    this.#live.add(end);
    try {
      const leave = await this.#gate.enter(ending.signal);
      const timer = setTimeout(
        () => ending.abort(timedOut(request.url, this.#context.timeoutMs)),
        this.#context.timeoutMs,
      );
      try {
        return await this.#attempt(url, request, ending.signal);
      } finally {
        clearTimeout(timer);
        leave();
      }
    } catch (error) {
      throw toFetchError(error, request.url);
    } finally {
      this.#live.delete(end);
      signal?.removeEventListener('abort', callOff);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true;
    for (const end of this.#live) end('The fetcher was closed');
    await this.#agent.destroy();
  }

  async #attempt(url: URL, request: PageRequest, signal: AbortSignal): Promise<Page> {
    const { maxBodyBytes, userAgent } = this.#context;
    const headers = {
      accept: HTTP_DEFAULTS.accept,
      ...request.headers,
      'accept-encoding': HTTP_DEFAULTS.acceptEncoding,
      'user-agent': userAgent,
    };
    const startedAt = performance.now();
    const followed = await followRedirects(request.url, url, headers, this.#guard, (hop, hopHeaders) =>
      this.#send({ asked: request.url, url: hop, headers: hopHeaders, maxBytes: maxBodyBytes, signal }),
    );
    const { answer } = followed;
    const body = await decompress(answer.body, answer.headers['content-encoding'], maxBodyBytes, request.url);
    return {
      url: followed.url.href,
      status: answer.status,
      headers: answer.headers,
      body: decodeText(body, answer.headers['content-type']),
      fetchedBy: this.name,
      timing: {
        startedAt,
        networkMs: answer.endAt - startedAt,
        connectMs: followed.connectMs,
        firstByteMs: answer.headAt - startedAt,
        bodyMs: answer.endAt - answer.headAt,
        wireBytes: answer.body.length,
        bodyBytes: body.length,
      },
    };
  }

  async #send(request: ExchangeRequest): Promise<Answer> {
    const opened = () => this.#opened;
    let outcome = await exchange(this.#agent, request, opened);
    if (!outcome.ok && outcome.stale) {
      this.#context.log(`${this.name}: sent again, the server had closed the kept connection (${request.url.href})`);
      outcome = await exchange(this.#agent, request, opened);
    }
    if (!outcome.ok) throw outcome.error;
    return outcome.answer;
  }
}

function timedOut(url: string, timeoutMs: number): FetchError {
  return new FetchError('FETCH_TIMEOUT', url, `No complete answer within ${timeoutMs / 1000} s`, {
    hint: 'The site or the network is slow: allow more time, or ask for fewer pages at once.',
  });
}
