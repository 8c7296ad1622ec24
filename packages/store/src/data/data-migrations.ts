import type { Migrations } from '../files/migrate.js';

/** Forms of `data.sqlite`. */
export const DATA_MIGRATIONS: Migrations = [
  `
  CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    settings TEXT NOT NULL,
    library_path TEXT NOT NULL,
    library_sha256 TEXT NOT NULL,
    playlists TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'stopped')),
    started_at INTEGER NOT NULL,
    ended_at INTEGER
  ) STRICT;
  CREATE TABLE results (
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    result BLOB NOT NULL,
    PRIMARY KEY (run_id, fingerprint)
  ) STRICT;
  `,
];
