import type { LibraryTrack, TrackResult } from '@cuepoint/core';
import { createSyncFn } from 'synckit';
import type { ProcessOptions } from './process.js';
import type { SyncJob, SyncOutcome } from './sync-job.js';

/**
 * {@link processTrack} for callers that cannot await: blocks the calling thread while a worker does the work, and
 * returns what the awaited form gives. The observer gets its events at the end.
 *
 * The first call starts the worker (about 0.1 s).
 *
 * @throws {CuePointError} as the awaited form does; the error keeps its message and `code`.
 */
export function processTrackSync(track: LibraryTrack, options: ProcessOptions = {}): TrackResult {
  const [result] = runSync(options, { kind: 'track', track });
  if (result === undefined) throw new RangeError('a track that is not cut short has a result');
  return result;
}

/**
 * {@link processPlaylist} for callers that cannot await: blocks the calling thread until the last track, and returns
 * what the awaited form yields. It takes no signals: nothing can fire while the thread is blocked.
 *
 * @throws {CuePointError} as the awaited form does; the error keeps its message and `code`.
 */
export function processPlaylistSync(
  library: string,
  playlists: readonly string[] | 'all',
  options: ProcessOptions = {},
): readonly TrackResult[] {
  return runSync(options, { kind: 'playlist', library, playlists });
}

type Task =
  | { readonly kind: 'track'; readonly track: LibraryTrack }
  | { readonly kind: 'playlist'; readonly library: string; readonly playlists: readonly string[] | 'all' };

function runSync({ observer, ...options }: ProcessOptions, task: Task): readonly TrackResult[] {
  // synckit keeps one worker for each file: asking again for the function starts no second one.
  const run = createSyncFn<(job: SyncJob) => Promise<SyncOutcome>>(new URL('./sync-worker.js', import.meta.url));
  const { results, events } = run({ ...task, options, observed: observer !== undefined });
  if (observer !== undefined) for (const event of events) observer(event);
  return results;
}
