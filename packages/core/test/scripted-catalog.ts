import type {
  Catalog,
  CatalogFailure,
  CatalogFailureKind,
  CatalogOptions,
  CatalogQuery,
  PageReport,
  QueryType,
  SearchOutcome,
  TrackOutcome,
} from '../src/contracts/catalog.js';
import type { CatalogTrack, CatalogTrackId } from '../src/track/catalog-track.js';

/** What the catalogue answers: tracks, a failure, or whatever a function of the query makes (or throws). */
export type Answer = readonly CatalogTrack[] | CatalogFailure;
type Script = Answer | ((query: CatalogQuery, options: CatalogOptions) => Answer | Promise<Answer>);

/** A catalogue that answers as told, and remembers what it was asked. */
export interface ScriptedCatalog extends Catalog {
  /** Every question as "type: words", or "track: number", in order. */
  readonly asked: readonly string[];
  /** Most questions that were under way at once. */
  readonly mostAtOnce: () => number;
}

/** Answers searches by the type of the query; a type without a script finds nothing. `tracks` answers by number. */
export function scriptedCatalog(
  searches: Partial<Record<QueryType, Script>>,
  tracks: Readonly<Record<number, TrackOutcome>> = {},
): ScriptedCatalog {
  const asked: string[] = [];
  let underWay = 0;
  let most = 0;
  const answered = async <Outcome>(name: string, options: CatalogOptions, answer: () => Promise<Outcome>) => {
    asked.push(name);
    underWay += 1;
    most = Math.max(most, underWay);
    options.onPage?.(pageReport(name));
    // A turn of the loop, so that questions asked side by side would be seen side by side.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      return await answer();
    } finally {
      underWay -= 1;
    }
  };
  const search = (query: CatalogQuery, options: CatalogOptions = {}): Promise<SearchOutcome> =>
    answered(`${query.type}: ${query.text}`, options, async () => {
      const script = searches[query.type] ?? [];
      const answer = typeof script === 'function' ? await script(query, options) : script;
      return 'ok' in answer ? answer : { ok: true, tracks: answer };
    });
  const track = (id: CatalogTrackId, options: CatalogOptions = {}): Promise<TrackOutcome> =>
    answered(`track: ${id}`, options, async () => tracks[id] ?? failure('not-found'));
  return {
    name: 'scripted',
    asked,
    mostAtOnce: () => most,
    search,
    track,
    tracks: (ids, options) => Promise.all(ids.map((id) => track(id, options))),
    searchAndFetch: (query, _limit, options) => search(query, options),
  };
}

/** A question that stays without an answer. */
export function failure(kind: CatalogFailureKind): CatalogFailure {
  return { ok: false, kind, code: `TEST_${kind}`, message: `The store answered: ${kind}.` };
}

function pageReport(name: string): PageReport {
  return {
    ...{ url: `https://store.example/${encodeURIComponent(name)}`, kind: 'search', outcome: 'ok', status: 200 },
    ...{ cacheHit: false, attempts: [], queueWaitMs: 0, networkMs: 1, parseMs: 1, wireBytes: 1, bodyBytes: 1 },
    ...{ startedAt: 0, endedAt: 1 },
  };
}
