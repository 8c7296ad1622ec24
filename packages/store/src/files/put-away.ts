import { rename, rm, stat } from 'node:fs/promises';
import { errorCode, errorMessage } from '@cuepoint/core';
import { unusable } from './explain-fault.js';
import { storeFile, withItsLogs } from './store-file.js';

/**
 * Deletes the file of pages, whatever state it is in: for one that cannot be opened. An open one is cleared with
 * `PageStore.clear`.
 *
 * @returns Whether there was one.
 * @throws {StoreError} `STORE_UNUSABLE`, also while another process has it open (Windows).
 */
export async function deletePages(folder: string): Promise<boolean> {
  const { path } = storeFile('pages', folder);
  const there = await exists(path);
  // The logs first: without its file a log is nothing, and a new file must not find an old log.
  for (const each of withItsLogs(path).toReversed()) await onDisk(each, () => rm(each, { force: true }));
  return there;
}

/**
 * Renames the file of a user's work, so that the next run begins with an empty one and nothing is lost. Only at the
 * user's request.
 *
 * @param at The moment the new name tells.
 * @returns The new path; undefined where there is no such file.
 * @throws {StoreError} `STORE_UNUSABLE`, also while another process has it open (Windows).
 */
export async function moveDataAside(folder: string, at: Date = new Date()): Promise<string | undefined> {
  const { path } = storeFile('data', folder);
  if (!(await exists(path))) return undefined;
  const aside = path.replace(/\.sqlite$/, `-${at.toISOString().replaceAll(/[:.]/g, '-')}.sqlite`);
  const names = withItsLogs(aside);
  for (const [index, each] of withItsLogs(path).entries()) {
    const target = names[index];
    if (target !== undefined && (await exists(each))) await onDisk(each, () => rename(each, target));
  }
  return aside;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw unusable(path, errorMessage(error), error);
  }
}

async function onDisk(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw unusable(path, errorMessage(error), error);
  }
}
