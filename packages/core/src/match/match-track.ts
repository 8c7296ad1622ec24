import type { Catalog, CatalogFailure, PageReport } from '../contracts/catalog.js';
import type { Observer, RunPosition } from '../contracts/observer.js';
import type { QueryAudit, TrackResult, TrackStatus } from '../contracts/track-result.js';
import { FetchError } from '../errors/fetch-error.js';
import type { Subject } from '../evidence/compare.js';
import { findIdentifiers } from '../evidence/identifiers.js';
import { type PlannedQuery, planQueries } from '../query/plan.js';
import { WEIGHTS, type Weights } from '../score/weights.js';
import { readTrack } from '../slots/readings.js';
import type { CatalogTrack } from '../track/catalog-track.js';
import type { LibraryTrack } from '../track/library-track.js';
import { CandidatePool, type Standing } from './candidate-pool.js';
import { CUTS, decide, toCandidate } from './decide.js';
import { reasonToSkip } from './skip.js';

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
  /** Most detail pages of one track asked for at once, 1–20. Default 10. */
  readonly maxConcurrentRequests?: number;
  /** Told of every query, page and outcome. */
  readonly observer?: Observer;
  /** Position in the run, from 0, as the observer is told. Default 0. */
  readonly index?: number;
  /** Ends the track at once, by throwing. */
  readonly signal?: AbortSignal;
}

/** Most candidates a result keeps. */
const MAX_CANDIDATES = 10;

/**
 * Finds one track in a catalogue: asks its queries one after the other, compares and scores what comes, and stops as
 * soon as the answer is certain. Never throws for what a catalogue answers; the outcome says it.
 *
 * The same input and the same answers give the same result, whatever else is under way.
 *
 * @throws {FetchError} `FETCH_ABORTED` when the signal fires: a track that was cut short has no result.
 */
export async function matchTrack(entry: TrackEntry, options: MatchOptions): Promise<TrackResult> {
  const skip = reasonToSkip(entry.track);
  if (skip !== undefined) return { ...emptyResult(entry), status: 'skipped', reason: skip };
  const subject: Subject = {
    track: entry.track,
    readings: readTrack(entry.track),
    identifiers: findIdentifiers(entry.track),
  };
  const pool = new CandidatePool(subject, options.weights ?? WEIGHTS);
  const queries: QueryAudit[] = [];
  let standing: Standing = { recordings: [], scores: [] };
  let failure: CatalogFailure | undefined;
  let earlyExit = false;
  for (const planned of planQueries(subject)) {
    const answer = await ask(planned, queries.length, entry, options);
    const scoringFrom = performance.now();
    if (!answer.ok && answer.failure.kind === 'aborted') throw aborted(planned);
    if (!answer.ok) failure = answer.failure;
    const tracks = answer.ok ? answer.tracks : [];
    pool.add(tracks);
    standing = pool.standing();
    queries.push({
      index: queries.length,
      text: planned.query.text,
      type: planned.query.type,
      found: tracks.length,
      cumulative: pool.size,
    });
    tellQueryEnd(planned, queries.length - 1, entry, options, tracks.length, performance.now() - scoringFrom);
    if (!answer.ok) break;
    earlyExit = (standing.scores[0] ?? 0) >= CUTS.certain;
    if (earlyExit || (planned.kind === 'search' && pool.hasWork)) break;
  }
  return conclude(entry, standing, queries, earlyExit, failure);
}

type Answer =
  | { readonly ok: true; readonly tracks: readonly CatalogTrack[] }
  | { readonly ok: false; readonly failure: CatalogFailure };

async function ask(
  planned: PlannedQuery,
  queryIndex: number,
  entry: TrackEntry,
  options: MatchOptions,
): Promise<Answer> {
  const position = positionOf(entry, options);
  options.observer?.({ type: 'query-start', at: performance.now(), position, queryIndex, query: planned.query });
  const catalogOptions = {
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    concurrency: options.maxConcurrentRequests ?? 10,
    onPage: (report: PageReport) =>
      options.observer?.({ type: 'page', at: performance.now(), position, queryIndex, report }),
  };
  if (planned.kind === 'search') {
    const outcome = await options.catalog.search(planned.query, catalogOptions);
    return outcome.ok ? outcome : { ok: false, failure: outcome };
  }
  const outcome = await options.catalog.track(planned.id, catalogOptions);
  if (outcome.ok) return { ok: true, tracks: [outcome.track] };
  // A number that the store does not know (any more) is an answer: the search goes on by name.
  return outcome.kind === 'not-found' ? { ok: true, tracks: [] } : { ok: false, failure: outcome };
}

/** A page that was not answered must never end as "not sold here", nor hide a certain match found before it. */
function conclude(
  entry: TrackEntry,
  standing: Standing,
  queries: readonly QueryAudit[],
  earlyExit: boolean,
  failure: CatalogFailure | undefined,
): TrackResult {
  const { recordings, scores } = standing;
  const candidates = recordings
    .slice(0, MAX_CANDIDATES)
    .map((recording, at) => toCandidate(recording, scores[at] ?? 0));
  const base = { ...emptyResult(entry), matchScore: scores[0] ?? 0, candidates, queries, earlyExit };
  if (failure !== undefined) return { ...base, status: failedStatus(failure), reason: failure.message };
  const decision = decide(recordings, scores);
  const [best] = candidates;
  if (decision.status !== 'matched' || best === undefined) return { ...base, ...decision };
  return { ...base, ...decision, match: best };
}

function aborted(planned: PlannedQuery): FetchError {
  return new FetchError('FETCH_ABORTED', planned.query.text, 'The search was cut short');
}

function failedStatus(failure: CatalogFailure): TrackStatus {
  return failure.kind === 'blocked' || failure.kind === 'rate-limited' ? 'blocked' : 'failed';
}

function emptyResult(entry: TrackEntry): Omit<TrackResult, 'status' | 'reason'> {
  return { ...entry, matchScore: 0, confidence: null, candidates: [], queries: [], earlyExit: false };
}

function positionOf(entry: TrackEntry, options: MatchOptions): RunPosition {
  return { index: options.index ?? 0, track: entry.track };
}

function tellQueryEnd(
  planned: PlannedQuery,
  queryIndex: number,
  entry: TrackEntry,
  options: MatchOptions,
  found: number,
  scoreMs: number,
): void {
  const position = positionOf(entry, options);
  options.observer?.({
    type: 'query-end',
    at: performance.now(),
    position,
    queryIndex,
    query: planned.query,
    found,
    scoreMs,
  });
}
