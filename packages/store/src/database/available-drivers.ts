import type { Driver } from './driver.js';
import { loadLibsql } from './libsql-driver.js';
import { loadNodeSqlite } from './node-driver.js';

/** Every driver that works in this process, the preferred one first: what is built in needs no binary beside it. */
export async function availableDrivers(): Promise<readonly Driver[]> {
  return [loadNodeSqlite(), await loadLibsql()].filter((driver) => driver !== undefined);
}

/** The driver to use; undefined where there is none. */
export async function preferredDriver(): Promise<Driver | undefined> {
  return loadNodeSqlite() ?? (await loadLibsql());
}
