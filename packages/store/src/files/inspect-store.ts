import { access } from 'node:fs/promises';
import { errorCode } from '@cuepoint/core';
import { z } from 'zod';
import { DATA_MIGRATIONS } from '../data/data-migrations.js';
import type { DriverName } from '../database/database.js';
import { PAGE_MIGRATIONS } from '../pages/page-migrations.js';
import { explainFault } from './explain-fault.js';
import { refuseNewer } from './migrate.js';
import { connectTo, type OpenOptions } from './open-store-file.js';
import { storeFile } from './store-file.js';

/** How a file of the store is. */
export type StoreCondition =
  | { readonly state: 'absent'; readonly path: string }
  | { readonly state: 'good'; readonly path: string; readonly driver: DriverName };

/**
 * Looks whether a file can be used, without making it or bringing it to the present form. Reads all of it: a second or
 * two for a full store of pages.
 *
 * @throws {StoreError} what is wrong with it: `STORE_DAMAGED`, `STORE_NEWER`, `STORE_UNUSABLE`, `STORE_BUSY`,
 *   `STORE_NO_DRIVER`.
 */
export async function inspectStore(
  role: 'pages' | 'data',
  folder: string,
  options: OpenOptions = {},
): Promise<StoreCondition> {
  const file = storeFile(role, folder);
  const { path } = file;
  const there = await access(path).then(
    () => true,
    (error: unknown) => errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR',
  );
  if (!there) return { state: 'absent', path };
  using database = await connectTo(file, options);
  refuseNewer(database, file, role === 'pages' ? PAGE_MIGRATIONS : DATA_MIGRATIONS);
  const { quick_check: said } = checkRow.parse(database.prepare('PRAGMA quick_check(1)').get());
  if (said !== 'ok') throw explainFault(file, { code: SQLITE_CORRUPT, cause: new Error(said) });
  return { state: 'good', path, driver: database.driver };
}

const checkRow = z.object({ quick_check: z.string() });
const SQLITE_CORRUPT = 11;
