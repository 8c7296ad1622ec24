import type { CatalogTrack } from '@cuepoint/core';

/**
 * One description out of a track's search row and its own page: the page is right where both speak, and the row fills
 * what the page leaves out (since 2026 a page may lack what the row of the same track has).
 *
 * @param searchRow The track as the search gave it.
 * @param fullTrack The same track as its own page gives it.
 */
export function mergeTrack(searchRow: CatalogTrack, fullTrack: CatalogTrack): CatalogTrack {
  const { keyName, key, ...row } = searchRow;
  const hasKey = fullTrack.keyName !== undefined;
  return {
    ...row,
    // A key and its name are one value: the name of one source must not stand beside the key of the other.
    ...(hasKey || keyName === undefined ? {} : { keyName }),
    ...(hasKey || key === undefined ? {} : { key }),
    ...fullTrack,
    artists: fuller(searchRow.artists, fullTrack.artists),
    remixers: fuller(searchRow.remixers, fullTrack.remixers),
    genres: fuller(searchRow.genres, fullTrack.genres),
  };
}

/** The list of the page, unless it is empty. */
function fuller<Item>(fromRow: readonly Item[], fromPage: readonly Item[]): readonly Item[] {
  return fromPage.length > 0 ? fromPage : fromRow;
}
