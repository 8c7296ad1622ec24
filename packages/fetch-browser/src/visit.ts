import { FetchError, type FetcherContext, type PageRequest } from '@cuepoint/core';
import type { Response } from 'playwright-core';

/** One request, while a tab works on it. */
export class Visit {
  /** The URL as asked for, for the errors. */
  readonly asked: string;
  readonly request: PageRequest;
  /** Where it leads, admitted by the guard. */
  readonly url: URL;
  /** Fires when nothing more can come of it: called off, out of time, refused, too large, or the tab is gone. */
  readonly signal: AbortSignal;
  /** The newest answer to the main document, redirects apart. */
  answer: { readonly response: Response; readonly headAt: number } | undefined;
  /** The answer was to be saved as a file. */
  isDownload = false;
  /** A person is at work in the window; where the page leads them off the site it just does not go. */
  isPersonal = false;
  /** Why a part of the page, or a request from inside it, was not sent. */
  partRefused: FetchError | undefined;
  /** Chromium's word for how the newest request failed. */
  requestFailure: string | undefined;
  readonly #maxBytes: number;
  readonly #stop = new AbortController();
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(request: PageRequest, url: URL, context: FetcherContext, outer: readonly AbortSignal[]) {
    this.asked = request.url;
    this.request = request;
    this.url = url;
    this.#maxBytes = context.maxBodyBytes;
    this.signal = AbortSignal.any([...outer, this.#stop.signal]);
  }

  /** Ends it with an error. */
  fail(error: Error): void {
    this.#stop.abort(error);
  }

  /** Gives it so many milliseconds; `untimed` lifts the limit. */
  limit(ms: number): void {
    this.#timer = setTimeout(() => {
      this.fail(
        new FetchError('FETCH_TIMEOUT', this.asked, `No complete answer within ${ms / 1000} s`, {
          hint: 'The site or the network is slow: allow more time, or ask for fewer pages at once.',
        }),
      );
    }, ms);
  }

  untimed(): void {
    clearTimeout(this.#timer);
  }

  /** The guard kept a request from leaving. */
  refused(error: FetchError, isMain: boolean): void {
    if (!isMain) this.partRefused = error;
    else if (!this.isPersonal) this.fail(error);
  }

  /**
   * A request failed on its way. Where the main document breaks off after its head, Playwright's own waiting would never
   * end.
   */
  requestFailed(errorText: string, isMain: boolean): void {
    this.requestFailure = errorText;
    if (isMain && !HARMLESS.test(errorText) && !this.isPersonal) this.fail(new Error(errorText));
  }

  /** Counts bytes of the main document, unpacked. */
  received(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#maxBytes) this.fail(this.tooLarge());
  }

  /** A body as it may be handed out. */
  withinLimit(body: string): { readonly body: string; readonly bodyBytes: number } {
    const bodyBytes = Buffer.byteLength(body);
    if (bodyBytes > this.#maxBytes) throw this.tooLarge();
    return { body, bodyBytes };
  }

  tooLarge(): FetchError {
    const message = `The answer is larger than the limit of ${this.#maxBytes} bytes`;
    return new FetchError('FETCH_TOO_LARGE', this.asked, message);
  }

  get maxBytes(): number {
    return this.#maxBytes;
  }
}

/** How a download, a request that was kept back, and an answer without a body look: none of them broke off. */
const HARMLESS = /ERR_(?:ABORTED|HTTP_RESPONSE_CODE_FAILURE|BLOCKED_BY_CLIENT)/;
