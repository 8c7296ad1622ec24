import type { TrackResult } from '../contracts/track-result.js';
import type { Identifiers } from '../evidence/identifiers.js';
import type { Recording } from '../score/recordings.js';
import type { Reading } from '../slots/slots.js';
import { WEIGHTS, type Weights } from '../weights/weights.js';
import { type Investigation, investigate } from './investigate.js';
import { conclude, matchTrack } from './match-track.js';
import type { MatchOptions, TrackEntry } from './options.js';
import { reasonToSkip } from './skip.js';

/** A result with everything that led to it. */
export interface Explanation {
  readonly result: TrackResult;
  /** Every way the tags were read, the plainest first. */
  readonly readings: readonly Reading[];
  readonly identifiers: Identifiers;
  /** The recordings found, best first, with all their members; `result.candidates` are the first ten. */
  readonly recordings: readonly Recording[];
  /** Probability of each recording, 0–100, in the same order. */
  readonly scores: readonly number[];
  /** The weights it was decided with. */
  readonly weights: Weights;
}

/**
 * Matches one track as `matchTrack` does, and gives what led to the decision.
 *
 * @throws {FetchError} `FETCH_ABORTED` when the signal fires.
 */
export async function explainTrack(entry: TrackEntry, options: MatchOptions): Promise<Explanation> {
  const weights = options.weights ?? WEIGHTS;
  if (reasonToSkip(entry.track) !== undefined) {
    const result = await matchTrack(entry, options);
    return { result, readings: [], identifiers: {}, recordings: [], scores: [], weights };
  }
  const investigation: Investigation = await investigate(entry, options);
  const { subject, standing } = investigation;
  return {
    result: conclude(entry, investigation),
    readings: subject.readings,
    identifiers: subject.identifiers,
    recordings: standing.recordings,
    scores: standing.scores,
    weights,
  };
}
