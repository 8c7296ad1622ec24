import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { errorCode, errorMessage } from '@cuepoint/core';
import type { RekordboxLibrary } from './library.js';
import { LibraryError } from './library-error.js';
import { PIECE_BYTES } from './limits.js';
import { parseLibrary, type ReadProgress } from './parse-library.js';

/** {@link ReadProgress} of a file whose size is known. */
export interface FileReadProgress extends ReadProgress {
  /** Size of the file in bytes. */
  readonly totalBytes: number;
}

/** How to read a file. */
export interface ReadOptions {
  /** Called after every 64 KiB of the file. Default: not called. */
  readonly onProgress?: (progress: FileReadProgress) => void;
}

/**
 * Reads a Rekordbox export, `.xml` or `.xml.gz`. What is compressed is told by the content, not by the name.
 *
 * @param path The file; also the name used in the result and in errors.
 * @throws {LibraryError} whatever is wrong with the file.
 */
export async function readLibrary(path: string, options: ReadOptions = {}): Promise<RekordboxLibrary> {
  const totalBytes = await fileSize(path);
  const { onProgress } = options;
  return parseLibrary(fileChunks(path), {
    name: path,
    ...(onProgress ? { onProgress: (progress) => onProgress({ ...progress, totalBytes }) } : {}),
  });
}

async function fileSize(path: string): Promise<number> {
  const stats = await stat(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  if (stats.isDirectory()) {
    throw new LibraryError('LIBRARY_UNREADABLE', path, 'this is a folder', {
      hint: 'Give the XML file in it, not the folder.',
    });
  }
  // Opening a pipe can wait for ever, and a device never ends.
  if (!stats.isFile()) throw new LibraryError('LIBRARY_UNREADABLE', path, 'this is not a regular file');
  return stats.size;
}

async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: PIECE_BYTES });
  } catch (error) {
    throw fileError(path, error);
  }
}

function fileError(path: string, cause: unknown): LibraryError {
  const code = errorCode(cause);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new LibraryError('LIBRARY_NOT_FOUND', path, 'there is no such file', { cause });
  }
  const reason = code === 'EACCES' || code === 'EPERM' ? 'you may not read it' : errorMessage(cause);
  return new LibraryError('LIBRARY_UNREADABLE', path, `the file cannot be read: ${reason}`, { cause });
}
