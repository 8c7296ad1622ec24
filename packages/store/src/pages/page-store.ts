import type { PageKind } from '@cuepoint/core';
import type { Database } from '../database/database.js';
import { type Freshness, STORE_DEFAULTS } from '../defaults.js';
import { StoreError } from '../errors/store-error.js';
import { type OpenOptions, openStoreFile } from '../files/open-store-file.js';
import { type StoreFile, storeFile } from '../files/store-file.js';
import { hashText, packText, unpackText } from '../text/packed-text.js';
import { isKeptClass, type KeptPage, type NewPage } from './kept-page.js';
import { PAGE_MIGRATIONS } from './page-migrations.js';
import { PageRows } from './page-rows.js';

/** What a store of pages is opened with. */
export interface PageStoreOptions extends OpenOptions {
  /** Where `pages.sqlite` lies: the user's cache folder, or `IN_MEMORY`. */
  readonly folder: string;
  /** How long an answer is given in place of a new one. Default `STORE_DEFAULTS.freshMs`. */
  readonly freshMs?: Freshness;
  /** Most bytes of the file, above which the pages unused for longest are dropped. Default 500 MB. */
  readonly maxBytes?: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly wallClock?: () => number;
}

/** Opens the store of pages, and creates it where there is none. Throws as `openStoreFile` does. */
export async function openPageStore(options: PageStoreOptions): Promise<PageStore> {
  const file = storeFile('pages', options.folder);
  return new PageStore(file, await openStoreFile(file, PAGE_MIGRATIONS, options), options);
}

/** What there is of one kind of page. */
export interface KindStats {
  readonly pages: number;
  /** Bytes of their bodies, as they lie in the file. */
  readonly bytes: number;
}

/** What the store of pages holds. */
export interface PageStats extends KindStats {
  /** Bytes of the file that hold something, with everything beside the bodies: this is what is bounded. */
  readonly fileBytes: number;
  /** When the oldest and the newest page were fetched, in milliseconds since 1970; absent when there is none. */
  readonly oldest?: number;
  readonly newest?: number;
  readonly kinds: Readonly<Record<PageKind, KindStats>>;
}

/**
 * Pages by URL: a cache, which may be deleted at any time. Every call is synchronous and complete when it returns, so
 * that a page whose `put` has returned is there after a crash.
 */
export class PageStore implements Disposable {
  /** Path of the file. */
  readonly path: string;
  readonly #database: Database;
  readonly #rows: PageRows;
  readonly #freshMs: Freshness;
  readonly #maxBytes: number;
  readonly #now: () => number;

  /** @internal Use `openPageStore`. */
  constructor(file: StoreFile, database: Database, options: PageStoreOptions) {
    this.path = file.path;
    this.#database = database;
    this.#rows = new PageRows(database);
    this.#freshMs = options.freshMs ?? STORE_DEFAULTS.freshMs;
    this.#maxBytes = options.maxBytes ?? STORE_DEFAULTS.maxPageBytes;
    this.#now = options.wallClock ?? Date.now;
  }

  /**
   * The page of a URL, if it is fresh. A stale one stays until it is replaced or dropped.
   *
   * @param options `maxAgeMs`: fresh means no older than this, in place of the store's own rule by kind and class;
   *   `Infinity` takes any (`--offline`).
   */
  get(url: string, options: { readonly maxAgeMs?: number } = {}): KeptPage | undefined {
    const row = this.#rows.find(url);
    if (row === undefined) return undefined;
    const now = this.#now();
    // A clock that was set back leaves pages from the future; they age like any other.
    if (Math.abs(now - row.fetchedAt) > (options.maxAgeMs ?? this.#freshMs[row.kind][row.class])) return undefined;
    const { id, usedAt, body: packed, ...page } = row;
    const body = unpackText(packed);
    if (body === undefined || hashText(body) !== page.contentHash) {
      this.#rows.drop(id);
      return undefined;
    }
    if (Math.abs(now - usedAt) > STORE_DEFAULTS.useNotedMs) this.#rows.noteUse(id, now);
    return { ...page, body };
  }

  /**
   * Keeps a page in place of any other of its URL, and makes room where the store is full.
   *
   * @throws {StoreError} `STORE_REFUSED` for a page that is no answer: a challenge, a failure, a page without data.
   */
  put(page: NewPage): void {
    if (!isKeptClass(page.class)) {
      throw new StoreError('STORE_REFUSED', `A page of class "${String(page.class)}" is not kept (${page.url}).`);
    }
    const now = this.#now();
    const { body, fetchedAt = now, ...rest } = page;
    this.#rows.put({ ...rest, fetchedAt, usedAt: now, contentHash: hashText(body), body: packText(body) });
    if (this.#rows.usedBytes() > this.#maxBytes) this.#rows.makeRoom(this.#maxBytes * STORE_DEFAULTS.roomShare);
  }

  /** What is kept, by number and size. */
  stats(): PageStats {
    const counts = this.#rows.counts();
    const kindStats = (kind: PageKind): KindStats => {
      const { pages = 0, bytes = 0 } = counts.find((count) => count.kind === kind) ?? {};
      return { pages, bytes };
    };
    const kinds = { search: kindStats('search'), track: kindStats('track'), api: kindStats('api') };
    return {
      pages: counts.reduce((sum, { pages }) => sum + pages, 0),
      bytes: counts.reduce((sum, { bytes }) => sum + bytes, 0),
      fileBytes: this.#rows.usedBytes(),
      ...(counts.length === 0
        ? {}
        : {
            oldest: Math.min(...counts.map(({ oldest }) => oldest)),
            newest: Math.max(...counts.map(({ newest }) => newest)),
          }),
      kinds,
    };
  }

  /**
   * Drops pages, and gives their room back to the disk. Without options: down to the store's own bound.
   *
   * @param options `maxAgeMs`: drops what was fetched longer ago. `stale`: drops what `get` gives no more by the store's
   *   own rule (default false). `maxBytes`: then drops what was unused for longest.
   * @returns How many pages were dropped.
   */
  prune(options: { readonly maxBytes?: number; readonly maxAgeMs?: number; readonly stale?: boolean } = {}): number {
    const { maxBytes = this.#maxBytes, maxAgeMs, stale = false } = options;
    const old = maxAgeMs === undefined ? 0 : this.#rows.dropFetchedBefore(this.#now() - maxAgeMs);
    const outdated = stale ? this.#rows.dropStale(this.#now(), this.#freshMs) : 0;
    const unused = this.#rows.makeRoom(maxBytes);
    this.#rows.shrink();
    return old + outdated + unused;
  }

  /**
   * Drops every page, and gives their room back to the disk.
   *
   * @returns How many pages were dropped.
   */
  clear(): number {
    const dropped = this.#rows.dropAll();
    this.#rows.shrink();
    return dropped;
  }

  /** Gives the file free. A second call does nothing. */
  close(): void {
    this.#database.close();
  }

  /** `close`, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }
}
