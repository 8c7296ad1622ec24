import type { Catalog } from '../contracts/catalog.js';
import type { Observer } from '../contracts/observer.js';
import type { ReleasePreference } from '../score/recordings.js';
import type { LibraryTrack } from '../track/library-track.js';
import type { Weights } from '../weights/weights.js';

/** One track to match, and where it stands. */
export interface TrackEntry {
  /** Full path of the playlist. */
  readonly playlist: string;
  /** Position in the playlist, from 1. */
  readonly playlistIndex: number;
  readonly track: LibraryTrack;
}

/** What matching needs. */
export interface MatchOptions {
  /** Where to look. */
  readonly catalog: Catalog;
  /** What each finding is worth. Default: the fitted weights. */
  readonly weights?: Weights;
  /** Which release of a recording is handed back when it is sold on several. Default `original`. */
  readonly prefer?: ReleasePreference;
  /** Most detail pages of one track asked for at once, 1–20. Default 10. */
  readonly maxConcurrentRequests?: number;
  /** Told of every query, page and outcome. */
  readonly observer?: Observer;
  /** Position in the run, from 0, as the observer is told. Default 0. */
  readonly index?: number;
  /** Ends the track at once, by throwing. */
  readonly signal?: AbortSignal;
}
