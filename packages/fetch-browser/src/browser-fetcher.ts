import {
  FetchError,
  type Fetcher,
  type FetcherContext,
  type FetchOptions,
  type Page,
  type PageRequest,
} from '@cuepoint/core';
import { createHostGuard, Gate, type HostGuard } from '@cuepoint/http';
import { saysTabLost, TabLost, toFetchError } from './browser-error.js';
import type { BrowserSession } from './browser-session.js';
import { fetchInside } from './fetch-inside.js';
import { InsideLuck } from './inside-luck.js';
import { navigate } from './navigate.js';
import type { CompleteOptions } from './options.js';
import { pageOf } from './page-of-visit.js';
import type { Person } from './person.js';
import type { SessionKeeper } from './session-keeper.js';
import type { Tab } from './tab.js';
import { until } from './until.js';
import { Visit } from './visit.js';

/** What a browser fetcher is made of. */
export interface BrowserFetcherParts {
  readonly name: string;
  readonly options: CompleteOptions;
  readonly context: FetcherContext;
  readonly sessions: SessionKeeper;
  /** Undefined: there is no window in which someone could answer a challenge. */
  readonly person: Person | undefined;
}

/**
 * A fetcher over the tabs of one real browser.
 *
 * - A request gets a tab of its own; what comes on top waits its turn, and the wait does not count against its time.
 * - Once a tab shows a page of the site, further ones are got by `fetch` inside that page, as long as that gives data.
 * - A tab or browser that goes down under a request is replaced and the request asked again, once.
 * - Disposing ends what is in flight or waiting with `FETCH_ABORTED`, and the browser with all its processes.
 */
export class BrowserFetcher implements Fetcher {
  readonly name: string;
  readonly concurrency: number;
  readonly #parts: BrowserFetcherParts;
  readonly #guard: HostGuard;
  readonly #gate: Gate;
  readonly #luck = new InsideLuck();
  /** Ends each request that is waiting or in flight, with a message that says why. */
  readonly #live = new Set<(message: string) => void>();
  #disposed = false;

  constructor(parts: BrowserFetcherParts) {
    this.name = parts.name;
    this.concurrency = parts.options.pages;
    this.#parts = parts;
    this.#guard = createHostGuard(parts.context.allowedOrigins);
    this.#gate = new Gate(parts.options.pages);
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
      try {
        return await this.#twice(request, url, ending.signal);
      } finally {
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
    await this.#parts.sessions.close();
  }

  async #twice(request: PageRequest, url: URL, signal: AbortSignal): Promise<Page> {
    try {
      return await this.#once(request, url, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof TabLost)) throw error;
      this.#parts.context.log(`browser: asked again, ${error.message} (${request.url})`);
      return this.#once(request, url, signal);
    }
  }

  async #once(request: PageRequest, url: URL, signal: AbortSignal): Promise<Page> {
    // Called off in the turn in which it got its place: no browser must be started for it.
    signal.throwIfAborted();
    const session = await until(this.#parts.sessions.current(), signal);
    const tab = await this.#take(session, signal);
    const visit = new Visit(request, url, this.#parts.context, [signal, tab.gone]);
    tab.visit = visit;
    let isFit = false;
    try {
      const page = await this.#get(tab, visit);
      isFit = !tab.isSpoilt;
      return page;
    } catch (error) {
      if (signal.aborted || !(tab.gone.aborted || saysTabLost(error))) throw error;
      await until(session.probe(), signal);
      throw new TabLost('The browser or its tab had ended', { cause: error });
    } finally {
      visit.untimed();
      // After a failure something of it may go on in the tab, if only the browser's own error page.
      session.giveBack(tab, isFit);
    }
  }

  async #take(session: BrowserSession, signal: AbortSignal): Promise<Tab> {
    const taking = session.take();
    try {
      return await until(taking, signal);
    } catch (error) {
      // Called off while the tab was opening: it comes back when it is there.
      if (signal.aborted) taking.then((tab) => session.giveBack(tab, true)).catch(() => undefined);
      if (signal.aborted || !saysTabLost(error)) throw error;
      await until(session.probe(), signal);
      throw new TabLost('The browser had ended', { cause: error });
    }
  }

  async #get(tab: Tab, visit: Visit): Promise<Page> {
    const { options, context } = this.#parts;
    const answerMs = Math.min(options.navigationTimeoutMs, context.timeoutMs);
    const { kind } = visit.request;
    const isNear = tab.inside && new URL(tab.page.url()).origin === visit.url.origin;
    const tried = isNear && this.#luck.worthTrying(kind);
    const got = tried ? await fetchInside(tab, visit, answerMs) : undefined;
    if (got !== undefined) return pageOf(visit, got, this.name);
    const there = await navigate(tab, visit, { answerMs, resultsMs: options.resultsTimeoutMs }, this.#parts.person);
    if (tried && there.hasData) this.#luck.missed(kind);
    return pageOf(visit, there, this.name);
  }
}
