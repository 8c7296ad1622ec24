import { access } from 'node:fs/promises';
import { errorCode } from '@cuepoint/core';
import { deletePages, openPageStore, type PageStats, type PageStore, storeFile } from '@cuepoint/store';
import type { AppFolders } from '../folders/app-folders.js';

/** What is stored of pages. */
export interface StoredPages extends PageStats {
  /** Absolute path of the file, whether or not it is there. */
  readonly path: string;
}

/** What came of dropping stale pages. */
export interface PrunedPages {
  readonly dropped: number;
  readonly left: StoredPages;
}

/** What came of dropping all pages. */
export interface ClearedPages {
  /** How many there were; undefined where the file could not be read and was deleted as a whole. */
  readonly dropped: number | undefined;
}

type CacheFolder = Pick<AppFolders, 'cache'>;

/** What is stored of pages; no file is made. @throws {StoreError} as `openPageStore` does. */
export async function storedPages(folders: CacheFolder): Promise<StoredPages> {
  return (await withPages(folders, (pages) => statsOf(pages))) ?? nothing(folders);
}

/**
 * Drops the pages that a run would not be given any more, and makes the store as small as its bound wants it.
 *
 * @throws {StoreError} as `openPageStore` does.
 */
export async function prunePages(folders: CacheFolder): Promise<PrunedPages> {
  const pruned = await withPages(folders, (pages) => ({
    dropped: pages.prune({ stale: true }),
    left: statsOf(pages),
  }));
  return pruned ?? { dropped: 0, left: nothing(folders) };
}

/**
 * Drops every page. A file that is damaged, or of a newer version, is deleted: it holds only copies.
 *
 * @throws {StoreError} `STORE_BUSY`, `STORE_UNUSABLE`, `STORE_NO_DRIVER`.
 */
export async function clearPages(folders: CacheFolder): Promise<ClearedPages> {
  try {
    return { dropped: (await withPages(folders, (pages) => pages.clear())) ?? 0 };
  } catch (error) {
    if (!BEYOND_REPAIR.includes(errorCode(error) ?? '')) throw error;
    await deletePages(folders.cache);
    return { dropped: undefined };
  }
}

const BEYOND_REPAIR = ['STORE_DAMAGED', 'STORE_NEWER'];

/** Undefined where there is no file: to look into a store must not make one. */
async function withPages<T>({ cache }: CacheFolder, work: (pages: PageStore) => T): Promise<T | undefined> {
  const there = await access(storeFile('pages', cache).path).then(
    () => true,
    (error: unknown) => errorCode(error) !== 'ENOENT',
  );
  if (!there) return undefined;
  using pages = await openPageStore({ folder: cache });
  return work(pages);
}

function statsOf(pages: PageStore): StoredPages {
  return { path: pages.path, ...pages.stats() };
}

function nothing({ cache }: CacheFolder): StoredPages {
  const none = { pages: 0, bytes: 0 };
  return {
    path: storeFile('pages', cache).path,
    ...none,
    fileBytes: 0,
    kinds: { search: none, track: none, api: none },
  };
}
