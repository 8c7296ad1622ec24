import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorMessage } from '@cuepoint/core';
import { preferredDriver } from '../database/available-drivers.js';
import { connect } from '../database/connect.js';
import type { Database } from '../database/database.js';
import type { Driver } from '../database/driver.js';
import { STORE_DEFAULTS } from '../defaults.js';
import { StoreError } from '../errors/store-error.js';
import { explainFault, unusable } from './explain-fault.js';
import { type Migrations, migrate, refuseNewer } from './migrate.js';
import { IN_MEMORY, type StoreFile } from './store-file.js';

/** What a file is opened with. */
export interface OpenOptions {
  /** Default: the SQLite of Node.js, or `libsql` where it has none. */
  readonly driver?: Driver;
}

/**
 * Opens one of our files, creates it and its folder where they are not there, and brings it to the present form.
 *
 * What has been written survives the end of the process at any moment; a power failure may take the last writes, and
 * leaves the file whole (write-ahead log, `synchronous = NORMAL`).
 *
 * @throws {StoreError} `STORE_NEWER`, `STORE_DAMAGED`, `STORE_BUSY`, `STORE_UNUSABLE`, `STORE_NO_DRIVER`.
 */
export async function openStoreFile(
  file: StoreFile,
  migrations: Migrations,
  options: OpenOptions = {},
): Promise<Database> {
  const database = await connectTo(file, options);
  try {
    refuseNewer(database, file, migrations);
    // Only an empty file takes this: freed pages of the file can then be given back to the disk.
    database.exec('PRAGMA auto_vacuum = INCREMENTAL');
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    migrate(database, file, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * A connection to one of our files as it is.
 *
 * @throws {StoreError} `STORE_UNUSABLE`, `STORE_NO_DRIVER`.
 */
export async function connectTo(file: StoreFile, options: OpenOptions = {}): Promise<Database> {
  const driver = options.driver ?? (await preferredDriver());
  if (driver === undefined) {
    throw new StoreError('STORE_NO_DRIVER', `${file.path} needs SQLite, which this Node.js does not have.`, {
      path: file.path,
      hint: 'Use Node.js 22.13 or newer, or install CuePoint again without leaving out optional packages.',
    });
  }
  if (file.path !== IN_MEMORY) makeFolder(dirname(file.path));
  const database = connect(driver, file.path, (fault) => explainFault(file, fault));
  // One of the drivers waits for nobody unless told to.
  database.exec(`PRAGMA busy_timeout = ${STORE_DEFAULTS.busyTimeoutMs}`);
  return database;
}

function makeFolder(folder: string): void {
  try {
    // What a user decided about his music is nobody else's business.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw unusable(folder, errorMessage(cause), cause);
  }
}
