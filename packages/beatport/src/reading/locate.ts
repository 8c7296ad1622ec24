import type { CatalogTrackId } from '@cuepoint/core';
import { member } from '../payload/member.js';
import { pageProps, type QueryEntry, readQueries } from '../payload/queries.js';
import { looksLikeTrack, trackIdOf } from '../rows/read-rows.js';

/** Where the asked-for rows are in a payload. */
export type Located =
  | { readonly found: 'rows'; readonly rows: readonly unknown[] }
  /** The answer is there under its name, and is nothing we know. */
  | { readonly found: 'unknown' }
  /** The answer is there, and says that the server failed to get it. */
  | { readonly found: 'failed' }
  | { readonly found: 'nothing' };

/**
 * Finds the tracks of a page of results: by the query's key first, by shape where keys are missing or new. Never by
 * position: some generations put a list of genres first.
 */
export function locateSearchRows(payload: unknown): Located {
  const entries = readQueries(payload);
  const named = ['search-tracks', 'search-all'].map((key) => entries.find((entry) => entry.key.startsWith(key)));
  const own = named.find((entry) => entry !== undefined);
  if (own !== undefined) return located(own, searchRowsIn(own));
  const shaped = entries
    .filter((entry) => mayBeSearch(entry.key))
    .map(searchRowsIn)
    .find((rows) => rows !== undefined && (rows.length === 0 || rows.some(looksLikeTrack)));
  return shaped === undefined ? { found: 'nothing' } : { found: 'rows', rows: shaped };
}

/**
 * Finds the one track of a track page.
 *
 * @param id The track asked for; any other, such as a recommendation, is not accepted. Without it the page's own.
 */
export function locateTrack(payload: unknown, id: CatalogTrackId | undefined): Located {
  const keyed = readQueries(payload).filter((entry) => TRACK_KEY.test(entry.key));
  const own = keyed.find((entry) => id === undefined || TRACK_KEY.exec(entry.key)?.[1] === String(id));
  if (own !== undefined) {
    const isTheOne = looksLikeTrack(own.data) && (id === undefined || trackIdOf(own.data) === id);
    return located(own, isTheOne ? [own.data] : undefined);
  }
  const unkeyed = readQueries(payload).filter((entry) => entry.key === '');
  const shaped = [member(pageProps(payload), 'track'), ...unkeyed.map((entry) => entry.data)]
    .filter(looksLikeTrack)
    .find((track) => id === undefined || trackIdOf(track) === id);
  if (shaped !== undefined) return { found: 'rows', rows: [shaped] };
  return { found: keyed.length > 0 ? 'unknown' : 'nothing' };
}

/** "track-details-1696999" since 2026, "track-16039305" before. */
const TRACK_KEY = /^track-(?:details-)?(\d+)$/;

/**
 * Whether an entry that is not known by name may hold the results. A list of other things (recommendations, charts)
 * must not: its tracks would be taken for results, and its being empty for "nothing found".
 */
function mayBeSearch(key: string): boolean {
  return key === '' || (key.includes('search') && !/artist|label|chart|release/.test(key));
}

function located(entry: QueryEntry, rows: readonly unknown[] | undefined): Located {
  if (rows !== undefined) return { found: 'rows', rows };
  // Announced, and left for the page's scripts to load.
  if (entry.data === undefined && !entry.failed) return { found: 'nothing' };
  return { found: entry.failed ? 'failed' : 'unknown' };
}

/** All categories: `data.tracks.data[]`; one category: `data.data[]`. */
function searchRowsIn(entry: QueryEntry): readonly unknown[] | undefined {
  const places = [member(entry.data, 'tracks', 'data'), member(entry.data, 'data')];
  return places.find((rows): rows is unknown[] => Array.isArray(rows));
}
