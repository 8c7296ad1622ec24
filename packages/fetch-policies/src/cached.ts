import { type Classify, FetchError, type Fetcher, type Page, type PageClass, type PageKind } from '@cuepoint/core';
import type { Clock } from './clock.js';
import { decorate } from './decorate.js';

/** A page as a cache keeps it: what a parser reads, and no headers, which hold cookies. */
export interface StoredPage {
  /** The URL that answered. */
  readonly answeredUrl: string;
  readonly status: number;
  readonly body: string;
  readonly fetchedBy: string;
}

/** Where pages are kept between runs. Synchronous: a page whose `put` has returned is there after a crash. */
export interface PageCache {
  /** The page of a URL; `any` also takes one that is no longer fresh. */
  get(url: string, any: boolean): StoredPage | undefined;
  /** Whether a page that means this may be kept. */
  keeps(pageClass: PageClass): boolean;
  /** Keeps a page in place of any other of that URL. */
  put(url: string, kind: PageKind, pageClass: PageClass, page: StoredPage): void;
}

/** `use`: answer from the cache while it is fresh. `refresh`: ask anew, and keep. `only`: never send a request. */
export type CacheMode = 'use' | 'refresh' | 'only';

/** A cache, and how it is used. */
export interface CacheUse {
  readonly cache: PageCache;
  readonly mode: CacheMode;
  /** Reduces a body to what a parser reads. */
  readonly extract: (page: Page) => string;
}

/** What `cached` needs. */
export interface CachedOptions extends CacheUse {
  readonly fetcher: Fetcher;
  readonly classify: Classify;
  readonly clock: Clock;
}

/**
 * Answers from pages kept by earlier runs, and keeps the new ones. Only answers are kept, never a failure or a
 * challenge: one of those kept as an answer would shut a user out for days.
 */
export function cached({ fetcher, classify, clock, cache, mode, extract }: CachedOptions): Fetcher {
  return decorate(fetcher, {
    async fetch(request, options) {
      const stored = mode === 'refresh' ? undefined : cache.get(request.url, mode === 'only');
      if (stored !== undefined) {
        options?.onNote?.({ type: 'cache', hit: true });
        return toPage(stored, clock.now());
      }
      if (mode === 'only') {
        throw new FetchError(
          'FETCH_OFFLINE',
          request.url,
          'Working offline, and this page is not among the stored ones',
          {
            hint: 'Run once without --offline.',
          },
        );
      }
      const page = await fetcher.fetch(request, options);
      const pageClass = classify(page, request.kind);
      if (cache.keeps(pageClass)) {
        const { status, fetchedBy } = page;
        cache.put(request.url, request.kind, pageClass, {
          answeredUrl: page.url,
          status,
          body: extract(page),
          fetchedBy,
        });
      }
      return page;
    },
  });
}

function toPage({ answeredUrl, status, body, fetchedBy }: StoredPage, now: number): Page {
  const timing = { startedAt: now, networkMs: 0, wireBytes: 0, bodyBytes: 0 };
  return { url: answeredUrl, status, headers: {}, body, fetchedBy, timing };
}
