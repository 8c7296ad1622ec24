import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { errorCode, errorMessage } from '@cuepoint/core';
import { z } from 'zod';
import type { Database } from '../database/database.js';
import { StoreError } from '../errors/store-error.js';
import { unusable } from '../files/explain-fault.js';
import { connectTo, type OpenOptions } from '../files/open-store-file.js';
import { IN_MEMORY, storeFile } from '../files/store-file.js';

/** The right to run. Dispose of it when the run has ended; the end of the process gives it back too. */
export interface RunLock extends Disposable {
  /** Gives the right back. A second call does nothing. */
  release(): void;
}

/**
 * Takes the right to run over a data folder: one run at a time, or two would write one journal.
 *
 * The lock is the operating system's own, on an empty file that SQLite locks as it locks any: it ends with its process
 * however that ends, so there are no stale locks, and no number of a process that another one has been given since.
 * Who holds it stands in a file beside it, for the message alone.
 *
 * @throws {StoreError} `STORE_LOCKED` naming the process that holds it; `STORE_UNUSABLE`; `STORE_NO_DRIVER`.
 */
export async function acquireRunLock(folder: string, options: OpenOptions = {}): Promise<RunLock> {
  // What is in the memory of one process needs no protection from another.
  if (folder === IN_MEMORY) return { release: () => {}, [Symbol.dispose]: () => {} };
  const file = storeFile('lock', folder);
  const holderFile = `${file.path}.json`;
  const database = await connectTo(file, options);
  try {
    database.exec('PRAGMA busy_timeout = 0');
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    database.close();
    throw errorCode(error) === 'STORE_BUSY' ? locked(folder, readHolder(holderFile)) : error;
  }
  try {
    writeFileSync(holderFile, `${JSON.stringify({ pid: process.pid, since: new Date().toISOString() })}\n`);
  } catch (cause) {
    database.close();
    throw unusable(holderFile, errorMessage(cause), cause);
  }
  return heldBy(database, holderFile);
}

function heldBy(database: Database, holderFile: string): RunLock {
  let held = true;
  const release = (): void => {
    if (!held) return;
    held = false;
    // Before the lock goes: afterwards it may be another's.
    rmSync(holderFile, { force: true });
    database.exec('ROLLBACK');
    database.close();
  };
  return { release, [Symbol.dispose]: release };
}

const holderShape = z.object({ pid: z.int(), since: z.iso.datetime() });

/** Who holds the lock; undefined in the moment before that is written. */
function readHolder(path: string): z.infer<typeof holderShape> | undefined {
  try {
    return holderShape.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function locked(folder: string, holder: ReturnType<typeof readHolder>): StoreError {
  const who = holder === undefined ? 'Another run' : `Another run (process ${holder.pid}, since ${holder.since})`;
  const orEnd = holder === undefined ? 'end it' : `end process ${holder.pid}`;
  return new StoreError('STORE_LOCKED', `${who} is using ${folder}.`, {
    path: folder,
    hint: `Wait until it has ended, or ${orEnd}: what it has done is kept.`,
  });
}
