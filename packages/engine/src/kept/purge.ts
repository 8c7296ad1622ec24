import { rm, rmdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { CuePointError, errorCode, errorMessage } from '@cuepoint/core';
import { acquireRunLock, roleOfFile } from '@cuepoint/store';
import type { AppFolders } from '../folders/app-folders.js';
import { type KeptFile, keptFiles } from './kept-files.js';

/** Everything of CuePoint that could be removed. No run can begin until it is disposed of. */
export interface Purge extends Disposable {
  /** What `remove` would remove. Empty where CuePoint has never been used. */
  readonly files: readonly KeptFile[];
  /**
   * Removes the files, and the folders where nothing else is in them. A link is removed, not what it leads to.
   *
   * @throws {CuePointError} `KEPT_FILE_IN_THE_WAY` for one that cannot be removed; those before it are gone.
   */
  remove(): Promise<void>;
}

/**
 * Looks for everything that outlives a run (settings, token, journal, pages), and keeps runs from beginning meanwhile.
 * Nothing is removed yet.
 *
 * @throws {StoreError} `STORE_LOCKED` while a run is under way.
 */
export async function openPurge(folders: AppFolders): Promise<Purge> {
  const files = await keptFiles(folders);
  // To take the lock would make its folder.
  if (files.length === 0) return { files, remove: async () => {}, [Symbol.dispose]: () => {} };
  const lock = await acquireRunLock(folders.data);
  return {
    files,
    remove: async () => {
      const [locks, others] = await sorted(folders);
      for (const { path } of others) await removeFile(path);
      // An open file cannot be removed on Windows; elsewhere it goes first, or it would be the next run's by then.
      if (process.platform === 'win32') lock.release();
      for (const { path } of locks) await removeFile(path);
      lock.release();
      for (const folder of new Set([folders.cache, folders.data, folders.config])) await removeIfEmpty(folder);
    },
    [Symbol.dispose]: () => lock.release(),
  };
}

/** What is there now, the files of the lock apart. */
async function sorted(
  folders: AppFolders,
): Promise<readonly [locks: readonly KeptFile[], others: readonly KeptFile[]]> {
  const files = await keptFiles(folders);
  const isLock = ({ use, path }: KeptFile): boolean => use === 'data' && roleOfFile(basename(path)) === 'lock';
  return [files.filter(isLock), files.filter((file) => !isLock(file))];
}

async function removeFile(path: string): Promise<void> {
  try {
    // A scanner may hold a file for a moment on Windows.
    await rm(path, { force: true, maxRetries: 3 });
  } catch (cause) {
    throw new CuePointError('KEPT_FILE_IN_THE_WAY', `${path} cannot be removed: ${errorMessage(cause)}.`, {
      hint: 'Check the rights of its folder and that no program has it open, then do it again.',
      cause,
    });
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    // Something else is in it, or it is not ours to remove: it stays.
    if (errorCode(error) === undefined) throw error;
  }
}
