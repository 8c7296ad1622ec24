import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { outputError } from './output-error.js';

/** Characters gathered before they are written. */
const BLOCK_LENGTH = 65_536;

/** A file that is being written beside its place. */
export interface PendingFile {
  /** The name it will have. */
  readonly name: string;
  /** Where it is now. */
  readonly path: string;
  /** Adds text at the end. Await each call before the next. */
  append(text: string): Promise<void>;
  /**
   * Brings everything to the disk and closes the file. A second call does nothing.
   *
   * @returns The SHA-256 of its bytes, in hexadecimal.
   */
  close(): Promise<string>;
  /** Closes and removes it; does nothing when it has been moved to its place. */
  discard(): Promise<void>;
}

/**
 * Begins a file.
 *
 * @param target Where it will be; errors speak of this path.
 * @param path Where it is until then; must not exist.
 * @throws {OutputError} as do all its methods.
 */
export async function beginFile(target: string, path: string): Promise<PendingFile> {
  const handle = await guarded(() => open(path, 'wx'));
  const hash = createHash('sha256');
  let block = '';
  let digest: string | undefined;

  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(block, 'utf8');
    block = '';
    hash.update(bytes);
    await handle.writeFile(bytes);
  };

  async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw outputError(target, error);
    }
  }

  return {
    name: basename(target),
    path,
    append: async (text) => {
      block += text;
      if (block.length >= BLOCK_LENGTH) await guarded(flush);
    },
    close: () =>
      guarded(async () => {
        if (digest !== undefined) return digest;
        await flush();
        await handle.sync();
        await handle.close();
        digest = hash.digest('hex');
        return digest;
      }),
    discard: () =>
      guarded(async () => {
        await handle.close();
        await rm(path, { force: true });
      }),
  };
}
