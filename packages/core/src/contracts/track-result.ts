import type { CatalogTrack, CatalogTrackId } from '../track/catalog-track.js';
import type { LibraryTrack } from '../track/library-track.js';
import type { QueryType } from './catalog.js';

/**
 * How a track ended.
 *
 * - `matched`: this recording is sold here. `review`: a person should look. `unmatched`: it is not sold here.
 * - `blocked`: the site would not say. `failed`: the question could not be asked or answered.
 * - `skipped`: nothing to look for (a factory sample, a streaming entry, an empty row).
 */
export type TrackStatus = 'matched' | 'review' | 'unmatched' | 'blocked' | 'failed' | 'skipped';

/** How sure a match is: cuts on `matchScore`. */
export type Confidence = 'high' | 'medium' | 'low';

/** What one comparison says: for, against, or nothing (what is missing does not contradict). */
export type Verdict = 'agree' | 'disagree' | 'unknown';

/** One comparison between a library track and a candidate. */
export interface Evidence {
  /** What was compared: `title`, `artists`, `version`, `remixer`, `length`, `bpm`, `key`, `label`, `year`, … */
  readonly name: string;
  readonly verdict: Verdict;
  /** Natural-log likelihood ratio: above 0 speaks for the candidate, below 0 against it. */
  readonly weight: number;
  /** What a person sees: "6:12 against 6:14". */
  readonly detail: string;
}

/** A track of the store that may be the one looked for. */
export interface Candidate {
  readonly track: CatalogTrack;
  /** 0–100: the probability that its recording is the one looked for. */
  readonly matchScore: number;
  readonly evidence: readonly Evidence[];
  /** Other ids under which the store sells the same recording, ascending. */
  readonly otherIds: readonly CatalogTrackId[];
}

/** One query, as it was asked. */
export interface QueryAudit {
  /** Position in the track's own order of queries, from 0. */
  readonly index: number;
  readonly text: string;
  readonly type: QueryType;
  /** Candidates this query gave. */
  readonly found: number;
  /** Different candidates known after it. */
  readonly cumulative: number;
}

/** What came of one track of the library. The same for the same input, settings and pages. */
export interface TrackResult {
  /** Full path of the playlist it was taken from: "Folder/Name". */
  readonly playlist: string;
  /** Position in that playlist, from 1. */
  readonly playlistIndex: number;
  readonly track: LibraryTrack;
  readonly status: TrackStatus;
  /** 0–100, of the best candidate; 0 when there is none. */
  readonly matchScore: number;
  /** Null unless matched. */
  readonly confidence: Confidence | null;
  /** Why, in words a DJ understands. */
  readonly reason: string;
  /** The chosen candidate; present exactly when the status is `matched`. */
  readonly match?: Candidate;
  /**
   * Another version of the wanted work, where the wanted one is not sold. Its label, genre and date may be borrowed;
   * its key, tempo and length may not: they are the other version's own. Never present when matched.
   */
  readonly sibling?: Candidate;
  /** Best first, at most 10. */
  readonly candidates: readonly Candidate[];
  readonly queries: readonly QueryAudit[];
  /** The search ended early because the answer was certain. */
  readonly earlyExit: boolean;
}
