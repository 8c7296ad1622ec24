import type { Store } from '../catalogue/store.js';
import type { Found, StoreSearch } from '../search/store-search.js';
import { scriptJson } from './escape.js';
import type { SearchGeneration } from './generations.js';
import { searchArtist, searchLabel, searchRelease } from './search-others.js';
import { searchTrack } from './search-track.js';

/** Categories with a search page of their own. */
export const searchTypes = ['tracks', 'artists', 'labels', 'releases', 'charts'] as const;

/** A category with a search page of its own. */
export type SearchType = (typeof searchTypes)[number];

/** Which rows are asked for. */
export interface RowsRequest {
  readonly type: SearchType;
  readonly typed: string;
  /** Rows before the first one wanted. */
  readonly first: number;
  readonly count: number;
  readonly generation: SearchGeneration;
}

/** Writes the rows of search pages. */
export interface SearchRows {
  /** A JSON array that can stand in a script element. */
  json(request: RowsRequest): string;
}

/** Writes rows, and keeps the text of every track row: writing fifty anew is a third of the cost of a page. */
export function openSearchRows(store: Store, search: StoreSearch): SearchRows {
  const kept = new Map<string, string>();
  const keep = (key: string, write: () => object): string => {
    let text = kept.get(key);
    if (text === undefined) {
      text = scriptJson(write());
      kept.set(key, text);
    }
    return text;
  };
  const rows = ({ type, typed, first, count, generation }: RowsRequest): readonly string[] => {
    const limit = first + count;
    switch (type) {
      case 'tracks':
        return scored(search.tracks(typed, limit), (track) =>
          keep(`${generation}:${track.id}`, () => searchTrack(store, track, generation)),
        );
      case 'artists':
        return scored(search.artists(typed, limit), (artist) => scriptJson(searchArtist(store, artist)));
      case 'labels':
        return scored(search.labels(typed, limit), (label) => scriptJson(searchLabel(label)));
      case 'releases':
        return scored(search.releases(typed, limit), (release) => scriptJson(searchRelease(store, release)));
      case 'charts':
        // A catalogue holds no charts.
        return [];
    }
  };
  return { json: (request) => `[${rows(request).slice(request.first).join(',')}]` };
}

/** Puts the score before the other members, where the site has it. */
function scored<Item>(found: readonly Found<Item>[], write: (item: Item) => string): readonly string[] {
  return found.map(({ item, score }) => `{"score":${score},${write(item).slice(1)}`);
}
