import type { TrackEntry, TrackResult, TrackStatus } from '@cuepoint/core';
import { errorCode, errorMessage } from '@cuepoint/core';
import {
  acquireRunLock,
  type JournalRun,
  openDataStore,
  openPageStore,
  type PageStore,
  type RunRequest,
  trackFingerprint,
} from '@cuepoint/store';
import type { AppFolders } from '../folders/app-folders.js';

/** What a run keeps: pages, so that none is asked for twice, and results, so that it can be taken up where it ended. */
export interface Keeping extends Disposable {
  /** Absent where pages cannot be kept. */
  readonly pages: PageStore | undefined;
  /** Tracks of a run that was cut short whose results are taken over. */
  readonly resumed: number;
  /** The result of an entry, if the run that was cut short had come to it. */
  recall(entry: TrackEntry): TrackResult | undefined;
  /** Keeps a result at once: it is there after a crash. What has no answer yet is not kept, and will be asked again. */
  record(result: TrackResult): void;
  /** Ends the run: `finished` when its files are written, `stopped` when it is to be taken up. */
  finish(state: 'finished' | 'stopped'): void;
}

/** A track that ends so has its answer; the others are to be tried again. */
const FINAL: ReadonlySet<TrackStatus> = new Set(['matched', 'review', 'unmatched']);

/**
 * Opens what a run keeps, and takes the right to run: one run at a time over a data folder. Pages that cannot be kept
 * cost requests and no result, so the run goes on without them.
 *
 * @throws {StoreError} `STORE_LOCKED` when another run is under way; `STORE_…` where results cannot be kept.
 */
export async function openKeeping(
  folders: AppFolders,
  request: RunRequest,
  warn: (message: string) => void,
): Promise<Keeping> {
  const opened: Disposable[] = [];
  const close = (): void => {
    for (const one of opened.splice(0).reverse()) one[Symbol.dispose]();
  };
  try {
    opened.push(await acquireRunLock(folders.data));
    const data = await openDataStore({ folder: folders.data });
    opened.push(data);
    const pages = await openPages(folders.cache, warn);
    if (pages !== undefined) opened.push(pages);
    return keepingOf(data.journal.openRun(request), pages, close);
  } catch (error) {
    close();
    throw error;
  }
}

function keepingOf(run: JournalRun, pages: PageStore | undefined, close: () => void): Keeping {
  return {
    pages,
    resumed: run.resumed ? run.recorded : 0,
    recall: (entry) => {
      const known = run.lookup(trackFingerprint(entry.track));
      return known === undefined ? undefined : { ...entry, ...known };
    },
    record: (result) => {
      if (FINAL.has(result.status)) run.record(trackFingerprint(result.track), result);
    },
    finish: (state) => run.finish(state),
    [Symbol.dispose]: close,
  };
}

/** The stored pages; undefined, with a warning, where they cannot be opened. */
export async function openPages(folder: string, warn: (message: string) => void): Promise<PageStore | undefined> {
  try {
    return await openPageStore({ folder });
  } catch (error) {
    warn(`Pages are not kept in this run (${errorCode(error) ?? 'unknown'}): ${errorMessage(error)}`);
    return undefined;
  }
}
