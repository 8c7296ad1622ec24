import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '@cuepoint/core';

/** Waits between attempts to rename, in milliseconds: Windows refuses while a virus scanner or a viewer has the file. */
const RENAME_WAITS_MS = [10, 50, 200, 500] as const;

/** The codes with which Windows says that somebody else has the file. */
const HELD_CODES: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY'];

/** What stands at a path; a link counts as a file, whatever it leads to. */
export async function whatIsAt(path: string): Promise<'nothing' | 'file' | 'folder'> {
  try {
    return (await lstat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'nothing';
    throw error;
  }
}

/** The SHA-256 of a file's bytes, in hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Renames, replacing what is there; on Windows it waits up to 0.8 s for another program to let go of the file. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (const ms of RENAME_WAITS_MS) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (process.platform !== 'win32' || !HELD_CODES.includes(errorCode(error))) throw error;
      await wait(ms);
    }
  }
  await rename(from, to);
}
