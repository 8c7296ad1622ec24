import type { CatalogFailure } from '../contracts/catalog.js';
import type { QueryAudit } from '../contracts/track-result.js';
import { FetchError } from '../errors/fetch-error.js';
import type { Subject } from '../evidence/compare.js';
import { findIdentifiers } from '../evidence/identifiers.js';
import { type PlannedQuery, planQueries } from '../query/plan.js';
import { readTrack } from '../slots/readings.js';
import { WEIGHTS } from '../weights/weights.js';
import { ask } from './ask.js';
import { CandidatePool, type Standing } from './candidate-pool.js';
import { CUTS } from './decide.js';
import type { MatchOptions, TrackEntry } from './options.js';

/** Everything that was learned about one track, before anything is decided. */
export interface Investigation {
  readonly subject: Subject;
  readonly standing: Standing;
  readonly queries: readonly QueryAudit[];
  /** The search ended early because the answer was certain. */
  readonly earlyExit: boolean;
  /** The question that stayed without an answer, if one did; nothing was asked after it. */
  readonly failure?: CatalogFailure;
}

/**
 * Asks the queries of a track's plan one after the other, compares and scores what comes, and stops as soon as the
 * answer is certain, or the work itself has been found: the store lists its versions side by side, and a further
 * query would only show them again.
 *
 * @throws {FetchError} `FETCH_ABORTED` when the signal fires.
 */
export async function investigate(entry: TrackEntry, options: MatchOptions): Promise<Investigation> {
  const subject: Subject = {
    track: entry.track,
    readings: readTrack(entry.track),
    identifiers: findIdentifiers(entry.track),
  };
  const pool = new CandidatePool(subject, options.weights ?? WEIGHTS, options.prefer ?? 'original');
  const queries: QueryAudit[] = [];
  let standing: Standing = { recordings: [], scores: [] };
  for (const planned of planQueries(subject)) {
    const index = queries.length;
    const answer = await ask(planned, index, entry, options);
    if (!answer.ok && answer.failure.kind === 'aborted') throw aborted(planned);
    const scoringFrom = performance.now();
    const tracks = answer.ok ? answer.tracks : [];
    pool.add(tracks);
    standing = pool.standing();
    const { text, type } = planned.query;
    queries.push({ index, text, type, found: tracks.length, cumulative: pool.size });
    options.observer?.({
      type: 'query-end',
      at: performance.now(),
      position: { index: options.index ?? 0, track: entry.track },
      queryIndex: index,
      query: planned.query,
      found: tracks.length,
      scoreMs: performance.now() - scoringFrom,
    });
    if (!answer.ok) return { subject, standing, queries, earlyExit: false, failure: answer.failure };
    if ((standing.scores[0] ?? 0) >= CUTS.certain) return { subject, standing, queries, earlyExit: true };
    if (planned.kind === 'search' && pool.hasWork) break;
  }
  return { subject, standing, queries, earlyExit: false };
}

function aborted(planned: PlannedQuery): FetchError {
  return new FetchError('FETCH_ABORTED', planned.query.text, 'The search was cut short');
}
