import type { TrackResult } from '../contracts/track-result.js';
import { errorCode, errorMessage } from '../errors/cuepoint-error.js';
import { matchTrack } from '../match/match-track.js';
import type { MatchOptions, TrackEntry } from '../match/options.js';
import { orderedMap } from './ordered.js';

/** What a run over many tracks needs. */
export interface MatchTracksOptions extends Omit<MatchOptions, 'index'> {
  /** Most tracks under way at once, 1–20. Default 5; 1 is strictly one after the other. */
  readonly maxConcurrentTracks?: number;
  /** Begin no further track, finish those under way. */
  readonly stop?: AbortSignal;
  /** What is known of an entry already, from an earlier run that was cut short; it is then not looked for again. */
  readonly recall?: (entry: TrackEntry) => TrackResult | undefined;
}

/** Tracks under way at once when nothing else is said. */
const DEFAULT_CONCURRENT_TRACKS = 5;
/** Results kept ready for each track under way: bounds the memory behind one slow track. */
const READ_AHEAD_PER_TRACK = 8;

/**
 * Matches one track of a run: tells the observer, and turns whatever goes wrong into a result.
 *
 * @throws {FetchError} `FETCH_ABORTED` when the signal fires: a track that was cut short has no result.
 */
async function processTrack(entry: TrackEntry, options: MatchOptions): Promise<TrackResult> {
  const position = { index: options.index ?? 0, track: entry.track };
  options.observer?.({ type: 'track-start', at: performance.now(), position });
  const result = await matchTrack(entry, options).catch((error: unknown) => {
    if (errorCode(error) === 'FETCH_ABORTED') throw error;
    return failedResult(entry, error);
  });
  options.observer?.({ type: 'track-end', at: performance.now(), position, result });
  return result;
}

/**
 * Matches the tracks of a run and yields one result for each, in their order. A track that fails is a result with its
 * reason; it never ends the others. When `signal` fires, the tracks under way are left out and the finished ones are
 * still given.
 */
export async function* matchTracks(
  entries: readonly TrackEntry[],
  options: MatchTracksOptions,
): AsyncGenerator<TrackResult, void, undefined> {
  const limit = options.maxConcurrentTracks ?? DEFAULT_CONCURRENT_TRACKS;
  options.observer?.({ type: 'run-start', at: performance.now(), total: entries.length });
  try {
    const results = orderedMap(entries, (entry, index) => finished(entry, { ...options, index }, options.recall), {
      limit,
      readAhead: limit * READ_AHEAD_PER_TRACK,
      ...(options.stop === undefined ? {} : { stop: options.stop }),
    });
    for await (const result of results) if (result !== undefined) yield result;
  } finally {
    options.observer?.({ type: 'run-end', at: performance.now() });
  }
}

/** Undefined for a track that was cut short. */
async function finished(
  entry: TrackEntry,
  options: MatchOptions,
  recall: MatchTracksOptions['recall'],
): Promise<TrackResult | undefined> {
  if (options.signal?.aborted) return undefined;
  const known = recall?.(entry);
  if (known !== undefined) {
    const position = { index: options.index ?? 0, track: entry.track };
    options.observer?.({ type: 'track-start', at: performance.now(), position });
    options.observer?.({ type: 'track-end', at: performance.now(), position, result: known });
    return known;
  }
  return processTrack(entry, options).catch((error: unknown) => {
    if (errorCode(error) === 'FETCH_ABORTED') return undefined;
    throw error;
  });
}

function failedResult(entry: TrackEntry, error: unknown): TrackResult {
  return {
    ...entry,
    status: 'failed',
    matchScore: 0,
    confidence: null,
    reason: `Something went wrong inside CuePoint: ${errorMessage(error)}`,
    candidates: [],
    queries: [],
    earlyExit: false,
  };
}
