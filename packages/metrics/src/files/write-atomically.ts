import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '@cuepoint/core';

/** Characters gathered before they are written; one write for every short piece would take minutes. */
const BLOCK_LENGTH = 65_536;

/** Waits between attempts to rename, in milliseconds: Windows refuses while a virus scanner or a viewer has the file. */
const RENAME_WAITS_MS = [10, 50, 200, 500] as const;

/** The codes with which Windows says that somebody else has the file. */
const HELD_CODES: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY'];

/**
 * Writes a file so that it is there as a whole or not at all: beside its place, to the disk, then renamed.
 * Makes the folder when it is missing; replaces a file of that name.
 *
 * @throws the error of the file system. The file is then as it was, and nothing lies beside it.
 */
export async function writeAtomically(file: string, pieces: Iterable<string>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    await using handle = await open(beside, 'wx');
    await writeFile(handle, inBlocks(pieces));
    await handle.sync();
    await handle.close();
    await renamePatiently(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK_LENGTH) continue;
    yield block;
    block = '';
  }
  yield block;
}

async function renamePatiently(from: string, to: string): Promise<void> {
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
