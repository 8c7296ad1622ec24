import type { CatalogFailure } from '../contracts/catalog.js';
import type { TrackResult, TrackStatus } from '../contracts/track-result.js';
import { decide, toCandidate } from './decide.js';
import { type Investigation, investigate } from './investigate.js';
import type { MatchOptions, TrackEntry } from './options.js';
import { reasonToSkip } from './skip.js';

/** Most candidates a result keeps. */
const MAX_CANDIDATES = 10;

/**
 * Finds one track in a catalogue and decides. Never throws for what a catalogue answers; the outcome says it.
 *
 * The same input and the same answers give the same result, whatever else is under way.
 *
 * @throws {FetchError} `FETCH_ABORTED` when the signal fires: a track that was cut short has no result.
 */
export async function matchTrack(entry: TrackEntry, options: MatchOptions): Promise<TrackResult> {
  const skip = reasonToSkip(entry.track);
  if (skip !== undefined) return { ...emptyResult(entry), status: 'skipped', reason: skip };
  return conclude(entry, await investigate(entry, options));
}

/** What an investigation comes to. A page that was not answered must never end as "not sold here". */
export function conclude(entry: TrackEntry, investigation: Investigation): TrackResult {
  const { standing, queries, earlyExit, failure } = investigation;
  const { recordings, scores } = standing;
  const candidates = recordings
    .slice(0, MAX_CANDIDATES)
    .map((recording, at) => toCandidate(recording, scores[at] ?? 0));
  const base = { ...emptyResult(entry), matchScore: scores[0] ?? 0, candidates, queries, earlyExit };
  if (failure !== undefined) return { ...base, status: failedStatus(failure), reason: failure.message };
  const { sibling, ...decision } = decide(recordings, scores);
  const [best] = candidates;
  if (best === undefined) return { ...base, ...decision };
  if (decision.status === 'matched') return { ...base, ...decision, match: best };
  return sibling ? { ...base, ...decision, sibling: best } : { ...base, ...decision };
}

function failedStatus(failure: CatalogFailure): TrackStatus {
  return failure.kind === 'blocked' || failure.kind === 'rate-limited' ? 'blocked' : 'failed';
}

function emptyResult(entry: TrackEntry): Omit<TrackResult, 'status' | 'reason'> {
  return { ...entry, matchScore: 0, confidence: null, candidates: [], queries: [], earlyExit: false };
}
