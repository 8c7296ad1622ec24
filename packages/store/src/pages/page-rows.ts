import { z } from 'zod';
import type { Database, Row, Statement } from '../database/database.js';
import type { Freshness } from '../defaults.js';
import { KEPT_CLASSES } from './kept-page.js';

const kind = z.enum(['search', 'track', 'api']);

/** A page as it lies in the file. Times in milliseconds since 1970. */
const pageRow = z.object({
  id: z.int(),
  url: z.string(),
  kind,
  class: z.enum(KEPT_CLASSES),
  status: z.int(),
  answeredUrl: z.string(),
  fetchedBy: z.string(),
  fetchedAt: z.int(),
  usedAt: z.int(),
  contentHash: z.string(),
  body: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

/** A page as it lies in the file. */
export type PageRow = z.infer<typeof pageRow>;

const countRow = z.object({
  kind,
  pages: z.int(),
  bytes: z.int(),
  oldest: z.int(),
  newest: z.int(),
});

/** What there is of one kind of page. */
export type KindCount = z.infer<typeof countRow>;

const bytesRow = z.object({ bytes: z.int() });
const idRow = z.object({ id: z.int() });

/** The statements on `pages.sqlite`: all SQL of the page store, and nothing else. */
export class PageRows {
  readonly #database: Database;
  readonly #upsertPage: Statement;
  readonly #upsertBody: Statement;
  readonly #find: Statement;
  readonly #use: Statement;
  readonly #drop: Statement;
  readonly #dropUnused: Statement;
  readonly #dropFetchedBefore: Statement;
  readonly #dropStale: Statement;
  readonly #dropAll: Statement;
  readonly #count: Statement;
  readonly #usedBytes: Statement;

  constructor(database: Database) {
    this.#database = database;
    this.#upsertPage = database.prepare(`
      INSERT INTO pages (url, kind, class, status, answered_url, fetched_by, fetched_at, used_at, content_hash, packed_bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (url) DO UPDATE SET
        kind = excluded.kind, class = excluded.class, status = excluded.status, answered_url = excluded.answered_url,
        fetched_by = excluded.fetched_by, fetched_at = excluded.fetched_at, used_at = excluded.used_at,
        content_hash = excluded.content_hash, packed_bytes = excluded.packed_bytes
      RETURNING id`);
    this.#upsertBody = database.prepare(`
      INSERT INTO bodies (page_id, body) VALUES (?, ?) ON CONFLICT (page_id) DO UPDATE SET body = excluded.body`);
    this.#find = database.prepare(`
      SELECT id, url, kind, class, status, answered_url AS "answeredUrl", fetched_by AS "fetchedBy",
        fetched_at AS "fetchedAt", used_at AS "usedAt", content_hash AS "contentHash", body
      FROM pages JOIN bodies ON page_id = id WHERE url = ?`);
    this.#use = database.prepare('UPDATE pages SET used_at = ? WHERE id = ?');
    this.#drop = database.prepare('DELETE FROM pages WHERE id = ?');
    this.#dropUnused = database.prepare(
      'DELETE FROM pages WHERE id IN (SELECT id FROM pages ORDER BY used_at, id LIMIT ?)',
    );
    this.#dropFetchedBefore = database.prepare('DELETE FROM pages WHERE fetched_at < ?');
    this.#dropStale = database.prepare('DELETE FROM pages WHERE kind = ? AND class = ? AND abs(? - fetched_at) > ?');
    this.#dropAll = database.prepare('DELETE FROM pages');
    this.#count = database.prepare(`
      SELECT kind, COUNT(*) AS pages, SUM(packed_bytes) AS bytes, MIN(fetched_at) AS oldest, MAX(fetched_at) AS newest
      FROM pages GROUP BY kind`);
    this.#usedBytes = database.prepare(`
      SELECT (page_count - freelist_count) * page_size AS bytes
      FROM pragma_page_count, pragma_freelist_count, pragma_page_size`);
  }

  /** Puts a page in place of any other of its URL. */
  put(page: Omit<PageRow, 'id'>): void {
    this.#database.transaction(() => {
      const row = this.#upsertPage.get(
        page.url,
        page.kind,
        page.class,
        page.status,
        page.answeredUrl,
        page.fetchedBy,
        page.fetchedAt,
        page.usedAt,
        page.contentHash,
        page.body.length,
      );
      this.#upsertBody.run(idRow.parse(row).id, page.body);
    });
  }

  /** The page of a URL. A row that this program cannot have written counts as none: it is replaced by the next answer. */
  find(url: string): PageRow | undefined {
    return pageRow.safeParse(this.#find.get(url)).data;
  }

  /** Notes when a page was last used. */
  noteUse(id: number, usedAt: number): void {
    this.#use.run(usedAt, id);
  }

  drop(id: number): void {
    this.#drop.run(id);
  }

  /** @returns How many were dropped. */
  dropFetchedBefore(time: number): number {
    return this.#dropFetchedBefore.run(time);
  }

  /**
   * Drops the pages that are further from `now` than their kind and class allow, all or none.
   *
   * @returns How many were dropped.
   */
  dropStale(now: number, freshMs: Freshness): number {
    return this.#database.transaction(() => {
      let dropped = 0;
      for (const [kind, classes] of Object.entries(freshMs)) {
        for (const [pageClass, ms] of Object.entries(classes)) dropped += this.#dropStale.run(kind, pageClass, now, ms);
      }
      return dropped;
    });
  }

  /** @returns How many were dropped. */
  dropAll(): number {
    return this.#dropAll.run();
  }

  /**
   * Drops the pages unused for longest until the file holds no more than so many bytes.
   *
   * @returns How many were dropped.
   */
  makeRoom(bytes: number): number {
    return this.#database.transaction(() => {
      let dropped = 0;
      while (this.usedBytes() > bytes) {
        const some = this.#dropUnused.run(ROOM_STEP);
        if (some === 0) break;
        dropped += some;
      }
      return dropped;
    });
  }

  counts(): readonly KindCount[] {
    return this.#count.all().map((row: Row) => countRow.parse(row));
  }

  /** Bytes of the file that hold something. */
  usedBytes(): number {
    return bytesRow.parse(this.#usedBytes.get()).bytes;
  }

  /** Gives what is free in the file back to the disk. */
  shrink(): void {
    this.#database.exec('PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)');
  }
}

/** Pages dropped between two looks at the size. */
const ROOM_STEP = 32;
