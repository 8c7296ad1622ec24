import type { LibraryTrack } from '../track/library-track.js';
import type { CatalogQuery, PageReport } from './catalog.js';
import type { TrackResult } from './track-result.js';

/** Which entry of the run an event belongs to: its position in the run, from 0. */
export interface RunPosition {
  readonly index: number;
  readonly track: LibraryTrack;
}

/** What a run tells those who watch it. Times in milliseconds on the monotonic clock. */
export type RunEvent =
  | { readonly type: 'run-start'; readonly at: number; readonly total: number }
  | { readonly type: 'track-start'; readonly at: number; readonly position: RunPosition }
  | {
      readonly type: 'query-start';
      readonly at: number;
      readonly position: RunPosition;
      readonly queryIndex: number;
      readonly query: CatalogQuery;
    }
  | {
      readonly type: 'page';
      readonly at: number;
      readonly position: RunPosition;
      readonly queryIndex: number;
      readonly report: PageReport;
    }
  | {
      readonly type: 'query-end';
      readonly at: number;
      readonly position: RunPosition;
      readonly queryIndex: number;
      readonly query: CatalogQuery;
      /** Candidates this query gave, the already known ones included. */
      readonly found: number;
      /** Time spent comparing and scoring what it gave. */
      readonly scoreMs: number;
    }
  | { readonly type: 'track-end'; readonly at: number; readonly position: RunPosition; readonly result: TrackResult }
  | { readonly type: 'run-end'; readonly at: number };

/** Watches a run. Whatever it throws is a defect of the observer and ends the run. */
export type Observer = (event: RunEvent) => void;
