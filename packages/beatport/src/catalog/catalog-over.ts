import type {
  Catalog,
  CatalogOptions,
  CatalogQuery,
  CatalogTrackId,
  SearchOutcome,
  TrackOutcome,
} from '@cuepoint/core';
import { BEATPORT_DEFAULTS } from '../defaults.js';
import { abortedFailure } from './failures.js';
import { inOrder } from './in-order.js';
import { mergeTrack } from './merge-track.js';

/**
 * A whole catalogue over its two simple questions.
 *
 * `searchAndFetch` keeps the search's row of a track that did not come in full: what the row says still holds.
 */
export function catalogOver(simple: Pick<Catalog, 'name' | 'search' | 'track'>): Catalog {
  const { name, search, track } = simple;

  async function tracks(ids: readonly CatalogTrackId[], asked: CatalogOptions = {}): Promise<readonly TrackOutcome[]> {
    return inOrder(ids, asked.concurrency ?? BEATPORT_DEFAULTS.concurrency, (id) => track(id, asked));
  }

  async function searchAndFetch(
    query: CatalogQuery,
    limit: number,
    asked: CatalogOptions = {},
  ): Promise<SearchOutcome> {
    const found = await search(query, asked);
    if (!found.ok) return found;
    const wanted = found.tracks.slice(0, Math.max(0, limit));
    const details = await tracks(
      wanted.map((row) => row.id),
      asked,
    );
    if (asked.signal?.aborted) return abortedFailure();
    const inFull = found.tracks.map((row, index) => {
      const detail = details[index];
      return detail?.ok ? mergeTrack(row, detail.track) : row;
    });
    return { ok: true, tracks: inFull };
  }

  return { name, search, track, tracks, searchAndFetch };
}
