import type { CatalogTrack, CatalogTrackId } from '../track/catalog-track.js';
import type { AttemptReport, PageClass, PageKind } from './fetcher.js';

/** What kind of query it is, by the plan that made it. Metrics are kept per type. */
export type QueryType = 'identifier' | 'isrc' | 'priority' | 'remix' | 'title_only' | 'artist_only' | 'file_name';

/** One question to a catalogue. */
export interface CatalogQuery {
  /** The words, as a person would type them. Never more than one pair of parentheses: the site answers 403. */
  readonly text: string;
  readonly type: QueryType;
}

/** Why a catalogue has no answer. `blocked` and `rate-limited` mean that it would not say, never that there is none. */
export type CatalogFailureKind = 'blocked' | 'rate-limited' | 'not-found' | 'failed' | 'aborted';

/** A question that stayed without an answer. */
export interface CatalogFailure {
  readonly ok: false;
  readonly kind: CatalogFailureKind;
  /** Code of the transport error, or the class of the page: `FETCH_TIMEOUT`, `unknown-shape`. */
  readonly code: string;
  /** One sentence for the user. */
  readonly message: string;
}

/** The answer to a search: tracks in the store's own order, best first. An empty list is an answer. */
export type SearchOutcome = { readonly ok: true; readonly tracks: readonly CatalogTrack[] } | CatalogFailure;

/** The answer to the question for one track. */
export type TrackOutcome = { readonly ok: true; readonly track: CatalogTrack } | CatalogFailure;

/** What one page cost and meant. Milliseconds; `startedAt` and `endedAt` on the monotonic clock. */
export interface PageReport {
  readonly url: string;
  readonly kind: PageKind;
  /** What it meant; `error` when no answer came at all. */
  readonly outcome: PageClass | 'error';
  /** Code of the transport error, when `outcome` is `error`. */
  readonly errorCode?: string;
  readonly status?: number;
  /** Answered without a request of its own. */
  readonly cacheHit: boolean;
  readonly attempts: readonly AttemptReport[];
  /** Waits for a place in flight, for the rate and between attempts: `queueWaitMs` is their sum. */
  readonly queueWaitMs: number;
  /** Sum over the attempts; 0 for a cache hit. */
  readonly networkMs: number;
  readonly parseMs: number;
  readonly wireBytes: number;
  readonly bodyBytes: number;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** What may accompany a question. */
export interface CatalogOptions {
  /** Ends the question at once; it is then answered with kind `aborted`. */
  readonly signal?: AbortSignal;
  /** Called once for every page that was asked for, when it has been parsed or has failed. */
  readonly onPage?: (report: PageReport) => void;
  /** Most pages asked for at once by `tracks` and `searchAndFetch`. Default 10. */
  readonly concurrency?: number;
}

/** A store that can be asked for tracks. Never throws for what a site answers: every question has an outcome. */
export interface Catalog {
  /** Short name: `site`, `api`. */
  readonly name: string;
  /** Tracks for a query. */
  search(query: CatalogQuery, options?: CatalogOptions): Promise<SearchOutcome>;
  /** One track, with everything the store knows of it. */
  track(id: CatalogTrackId, options?: CatalogOptions): Promise<TrackOutcome>;
  /** Several tracks: one outcome per id, in the order asked for. */
  tracks(ids: readonly CatalogTrackId[], options?: CatalogOptions): Promise<readonly TrackOutcome[]>;
  /** A search whose first `limit` tracks are then fetched in full, in the search's order. */
  searchAndFetch(query: CatalogQuery, limit: number, options?: CatalogOptions): Promise<SearchOutcome>;
}
