import type { LibraryTrack, RunEvent, TrackResult } from '@cuepoint/core';
import type { ProcessOptions } from './process.js';

/** What the worker is asked to do; plain data, since it crosses to another thread. */
export type SyncJob = { readonly options: Omit<ProcessOptions, 'observer'>; readonly observed: boolean } & (
  | { readonly kind: 'track'; readonly track: LibraryTrack }
  | { readonly kind: 'playlist'; readonly library: string; readonly playlists: readonly string[] | 'all' }
);

/** What the worker hands back. */
export interface SyncOutcome {
  readonly results: readonly TrackResult[];
  /** Everything an observer would have been told; empty when there is none. */
  readonly events: readonly RunEvent[];
}
