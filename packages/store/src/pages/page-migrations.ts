import type { Migrations } from '../files/migrate.js';

/**
 * Forms of `pages.sqlite`. Bodies have a table of their own: to note a use, SQLite writes a whole row, and the row of a
 * body is ten thousand bytes.
 */
export const PAGE_MIGRATIONS: Migrations = [
  `
  CREATE TABLE pages (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    class TEXT NOT NULL,
    status INTEGER NOT NULL,
    answered_url TEXT NOT NULL,
    fetched_by TEXT NOT NULL,
    fetched_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    packed_bytes INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX pages_by_use ON pages (used_at);
  CREATE TABLE bodies (
    page_id INTEGER PRIMARY KEY REFERENCES pages (id) ON DELETE CASCADE,
    body BLOB NOT NULL
  ) STRICT;
  `,
];
