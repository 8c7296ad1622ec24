import type { CatalogFailure, PageReport } from '../contracts/catalog.js';
import type { PlannedQuery } from '../query/plan.js';
import type { CatalogTrack } from '../track/catalog-track.js';
import type { MatchOptions, TrackEntry } from './options.js';

/** What came of one query of the plan. */
export type Answer =
  | { readonly ok: true; readonly tracks: readonly CatalogTrack[] }
  | { readonly ok: false; readonly failure: CatalogFailure };

/** Asks the catalogue one query of the plan, and tells the observer of it and of its pages. */
export async function ask(
  planned: PlannedQuery,
  queryIndex: number,
  entry: TrackEntry,
  options: MatchOptions,
): Promise<Answer> {
  const { catalog, observer, signal } = options;
  const position = { index: options.index ?? 0, track: entry.track };
  observer?.({ type: 'query-start', at: performance.now(), position, queryIndex, query: planned.query });
  const asked = {
    ...(signal === undefined ? {} : { signal }),
    concurrency: options.maxConcurrentRequests ?? 10,
    onPage: (report: PageReport) => observer?.({ type: 'page', at: performance.now(), position, queryIndex, report }),
  };
  if (planned.kind === 'search') {
    const outcome = await catalog.search(planned.query, asked);
    return outcome.ok ? outcome : { ok: false, failure: outcome };
  }
  const outcome = await catalog.track(planned.id, asked);
  if (outcome.ok) return { ok: true, tracks: [outcome.track] };
  // A number that the store does not know (any more) is an answer: the search goes on by name.
  return outcome.kind === 'not-found' ? { ok: true, tracks: [] } : { ok: false, failure: outcome };
}
