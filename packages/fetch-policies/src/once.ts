import type { Classify, Fetcher, FetchNote, FetchOptions, Page, PageKind, PageRequest } from '@cuepoint/core';
import { decorate } from './decorate.js';
import { KeptPages } from './kept-pages.js';
import { PAGE_CONSEQUENCES } from './page-consequences.js';
import { abortedError, onAbort } from './waiting.js';

/** What `once` needs. */
export interface OnceOptions {
  readonly fetcher: Fetcher;
  readonly classify: Classify;
  /** Bytes of answers kept; 0 keeps none, and still lets those who ask at the same time share one request. */
  readonly keptBytes: number;
  /** Makes a page smaller before it is kept; by default it is kept as it came. */
  readonly lighten?: (page: Page, kind: PageKind) => Page;
}

/**
 * Asks for each URL once. Those who ask while it is under way share that request, and it is aborted only when all
 * of them have given up. Later ones get the page that was kept, if the answer was a good one.
 *
 * Every answer carries a note: `hit` means that this asker caused no request. What the one request met with
 * (waits, attempts) is told to one asker only, so that sums over all notes count each request once.
 *
 * The URL alone decides: two requests for one URL with different headers get the same page.
 */
export function once({ fetcher, classify, keptBytes, lighten = (page) => page }: OnceOptions): Fetcher {
  const kept = new KeptPages(keptBytes);
  const flights = new Map<string, Flight>();

  function start(request: PageRequest): Flight {
    const { url } = request;
    const flight = new Flight(
      async (options) => {
        const page = await fetcher.fetch(request, options);
        if (PAGE_CONSEQUENCES[classify(page, request.kind)].good) kept.put(url, lighten(page, request.kind));
        return page;
      },
      // A flight that was given up may end long after another one for the same URL has begun.
      () => flights.get(url) === flight && flights.delete(url),
    );
    flights.set(url, flight);
    return flight;
  }

  return decorate(fetcher, {
    async fetch(request, options) {
      const { url } = request;
      if (options?.signal?.aborted === true) throw abortedError(url, options.signal);
      const page = kept.get(url);
      if (page !== undefined) {
        options?.onNote?.({ type: 'cache', hit: true });
        return page;
      }
      const flight = flights.get(url);
      if (flight === undefined) {
        options?.onNote?.({ type: 'cache', hit: false });
        return start(request).board(url, options);
      }
      const shared = await flight.board(url, options);
      options?.onNote?.({ type: 'cache', hit: true });
      return shared;
    },
  });
}

/** One request under way, and those who wait for its page. */
class Flight {
  readonly #controller = new AbortController();
  readonly #askers = new Set<FetchOptions>();
  readonly #page: Promise<Page>;
  readonly #onEnd: () => void;

  constructor(send: (options: FetchOptions) => Promise<Page>, onEnd: () => void) {
    this.#onEnd = onEnd;
    // Sent a moment later, when the first asker is on board and can be told.
    this.#page = Promise.resolve().then(() =>
      send({ signal: this.#controller.signal, onNote: (note) => this.#tell(note) }),
    );
    this.#page.then(onEnd, onEnd);
  }

  /** Waits for the page until the asker's own signal fires. */
  board(url: string, asker: FetchOptions = {}): Promise<Page> {
    this.#askers.add(asker);
    return new Promise<Page>((resolve, reject) => {
      const forget = onAbort(asker.signal, () => {
        this.#leave(asker);
        reject(abortedError(url, asker.signal));
      });
      this.#page.then(resolve, reject).finally(forget);
    });
  }

  #leave(asker: FetchOptions): void {
    this.#askers.delete(asker);
    if (this.#askers.size > 0) return;
    this.#onEnd();
    this.#controller.abort();
  }

  #tell(note: FetchNote): void {
    for (const asker of this.#askers) {
      asker.onNote?.(note);
      return;
    }
  }
}
