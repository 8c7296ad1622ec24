import { z } from 'zod';
import type { Database } from '../database/database.js';
import { StoreError } from '../errors/store-error.js';
import type { StoreFile } from './store-file.js';

/** The steps from an empty file to the present form, oldest first. One that was released is never changed. */
export type Migrations = readonly string[];

/**
 * Refuses a file of a newer program, before anything is written to it.
 *
 * @throws {StoreError} `STORE_NEWER`.
 */
export function refuseNewer(database: Database, file: StoreFile, migrations: Migrations): number {
  const version = userVersion(database);
  if (version <= migrations.length) return version;
  throw new StoreError(
    'STORE_NEWER',
    `${file.path} was written by a newer version of CuePoint (format ${version}; this one knows up to ${migrations.length}).`,
    {
      path: file.path,
      hint:
        file.role === 'pages'
          ? 'Update CuePoint, or delete the file: it holds only copies of pages.'
          : 'Update CuePoint, or give this version a data folder of its own.',
    },
  );
}

/**
 * Brings a file to the present form, all steps or none.
 *
 * @throws {StoreError} `STORE_NEWER` when another process did so with a newer program meanwhile.
 */
export function migrate(database: Database, file: StoreFile, migrations: Migrations): void {
  if (refuseNewer(database, file, migrations) === migrations.length) return;
  database.transaction(() => {
    // Read anew: another process may have been first.
    const version = refuseNewer(database, file, migrations);
    for (const step of migrations.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

const versionRow = z.object({ user_version: z.int() });

function userVersion(database: Database): number {
  return versionRow.parse(database.prepare('PRAGMA user_version').get()).user_version;
}
