import type { Database } from '../database/database.js';
import { type OpenOptions, openStoreFile } from '../files/open-store-file.js';
import { type StoreFile, storeFile } from '../files/store-file.js';
import { DATA_MIGRATIONS } from './data-migrations.js';
import { Journal } from './journal.js';

/** What the store of a user's work is opened with. */
export interface DataStoreOptions extends OpenOptions {
  /** Where `data.sqlite` lies: the user's data folder, or `IN_MEMORY`. */
  readonly folder: string;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly wallClock?: () => number;
}

/** Opens the store of a user's work, and creates it where there is none. Throws as `openStoreFile` does. */
export async function openDataStore(options: DataStoreOptions): Promise<DataStore> {
  const file = storeFile('data', options.folder);
  return new DataStore(file, await openStoreFile(file, DATA_MIGRATIONS, options), options);
}

/** What a user would miss. Nothing here is deleted but by its own rules: pages may be cleared without it. */
export class DataStore implements Disposable {
  /** Path of the file. */
  readonly path: string;
  readonly journal: Journal;
  readonly #database: Database;

  /** @internal Use `openDataStore`. */
  constructor(file: StoreFile, database: Database, options: DataStoreOptions) {
    this.path = file.path;
    this.journal = new Journal(database, options.wallClock ?? Date.now);
    this.#database = database;
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
