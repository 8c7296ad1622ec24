import { errorCode, errorMessage } from '@cuepoint/core';
import type { Fault } from '../database/connect.js';
import { StoreError } from '../errors/store-error.js';
import type { StoreFile, StoreRole } from './store-file.js';

/** SQLite's primary result codes that a user can do something about, as its documentation numbers them. */
const BUSY = [5, 6, 15];
const DAMAGED = [11, 26];
const UNUSABLE = [3, 8, 10, 13, 14, 23];

/** What the file holds, and what may be done with it when it is broken. */
const WHEN_DAMAGED: Readonly<Record<StoreRole, string>> = {
  pages: 'Delete it (cuepoint store clear does): it holds only copies of pages, which are fetched again when needed.',
  data: 'It holds the results of a run that was cut short, and no stored page: move it to another folder, and the next run begins anew.',
  lock: 'Delete it: it holds nothing.',
};

/** The error for what a driver threw: a `StoreError` where a user can act, else what was thrown. */
export function explainFault(file: StoreFile, { code, cause }: Fault): unknown {
  const { path } = file;
  if (code === 'closed') return new StoreError('STORE_CLOSED', `${path} was already closed.`, { path });
  if (code === undefined) return cause;
  const said = errorMessage(cause);
  if (DAMAGED.includes(code)) return damaged(file, cause);
  if (BUSY.includes(code)) {
    return new StoreError('STORE_BUSY', `Another program is writing to ${path}, and has not ended in time.`, {
      path,
      hint: 'Try again when it has ended.',
      cause,
    });
  }
  if (UNUSABLE.includes(code)) return unusable(path, said, cause);
  return cause;
}

/** The error for a file or folder that the system does not give. */
export function unusable(path: string, said: string, cause: unknown): StoreError {
  const folderIsFile = errorCode(cause) === 'EEXIST' || errorCode(cause) === 'ENOTDIR';
  return new StoreError('STORE_UNUSABLE', `${path} cannot be used: ${said}.`, {
    path,
    hint: folderIsFile
      ? 'A file stands where the folder should be: move it away, or choose another folder.'
      : 'Check that its folder may be written to and that the disk has room.',
    cause,
  });
}

function damaged(file: StoreFile, cause: unknown): StoreError {
  return new StoreError('STORE_DAMAGED', `${file.path} is damaged: ${errorMessage(cause)}.`, {
    path: file.path,
    hint: WHEN_DAMAGED[file.role],
    cause,
  });
}
