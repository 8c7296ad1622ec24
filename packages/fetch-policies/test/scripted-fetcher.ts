import {
  type Classify,
  FetchError,
  type FetchErrorCode,
  type Fetcher,
  type FetchNote,
  type FetchOptions,
  type Page,
  type PageClass,
  type PageRequest,
} from '@cuepoint/core';
import type { Clock } from '../src/clock.js';

/** How the site answers one request. */
export interface Answer {
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What the page shall mean; by default the status says it. */
  readonly means?: PageClass;
  /** Fails with this transport error instead of answering. */
  readonly fails?: FetchErrorCode;
  /** How long it takes. Default 10 ms. */
  readonly ms?: number;
}

/** A fetcher, by the contract, whose site answers as the test says. */
export class ScriptedFetcher implements Fetcher {
  readonly name = 'scripted';
  readonly concurrency: number;
  /** Every request that was sent, in order. */
  readonly sent: { readonly url: string; readonly at: number }[] = [];
  inFlight = 0;
  mostInFlight = 0;
  disposed = 0;
  aborted = 0;
  readonly #clock: Clock;
  readonly #answer: (request: PageRequest, index: number) => Answer;

  /** @param answer A list is gone through, its last entry repeats; a function sees each request and its number. */
  constructor(
    clock: Clock,
    answer: readonly Answer[] | ((request: PageRequest, index: number) => Answer) = [{}],
    concurrency = 50,
  ) {
    this.#clock = clock;
    this.#answer =
      typeof answer === 'function' ? answer : (_, index) => answer[Math.min(index, answer.length - 1)] ?? {};
    this.concurrency = concurrency;
  }

  async fetch(request: PageRequest, options?: FetchOptions): Promise<Page> {
    const {
      status = 200,
      headers = {},
      body = 'body',
      means,
      fails,
      ms = 10,
    } = this.#answer(request, this.sent.length);
    const startedAt = this.#clock.now();
    this.sent.push({ url: request.url, at: startedAt });
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    try {
      await this.#clock.sleep(ms, options?.signal ?? new AbortController().signal);
    } catch (cause) {
      this.aborted += 1;
      throw new FetchError('FETCH_ABORTED', request.url, 'Aborted', { cause });
    } finally {
      this.inFlight -= 1;
    }
    if (fails !== undefined) throw new FetchError(fails, request.url, 'Failed as the script says');
    return {
      url: request.url,
      status,
      headers: means === undefined ? headers : { ...headers, 'x-means': means },
      body,
      fetchedBy: this.name,
      timing: { startedAt, networkMs: this.#clock.now() - startedAt, wireBytes: 3, bodyBytes: body.length },
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.disposed += 1;
  }
}

/** What the scripted pages mean. */
export const classify: Classify = (page) => {
  const said = CLASSES.find((one) => one === page.headers['x-means']);
  if (said !== undefined) return said;
  if (page.status >= 500) return 'transient';
  return BY_STATUS.get(page.status) ?? 'ok';
};

const CLASSES: readonly PageClass[] = [
  'ok',
  'empty',
  'not-found',
  'rate-limited',
  'blocked',
  'shell',
  'missing-payload',
  'unknown-shape',
  'transient',
];
const BY_STATUS: ReadonlyMap<number, PageClass> = new Map([
  [403, 'blocked'],
  [404, 'not-found'],
  [429, 'rate-limited'],
]);

/** A request for one page of a site that does not exist. */
export function ask(path = 'a', host = 'site.test'): PageRequest {
  return { url: `https://${host}/${path}`, kind: 'search' };
}

/** Options that write down every note. */
export function listening(signal?: AbortSignal): FetchOptions & { readonly notes: readonly FetchNote[] } {
  const notes: FetchNote[] = [];
  return { notes, onNote: (note) => notes.push(note), ...(signal === undefined ? {} : { signal }) };
}
