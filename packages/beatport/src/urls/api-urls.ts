import type { CatalogTrackId } from '@cuepoint/core';
import { BEATPORT_DEFAULTS } from '../defaults.js';

/**
 * Where the answers of the API, version 4, are. All are absolute URLs, with the slash before the question mark that the
 * API insists on: without it every request is sent twice, since it answers with a redirect.
 */
export interface ApiUrls {
  /** Tracks by relevance: `/catalog/search/?q=…&type=tracks&per_page=50`. */
  searchTracks(text: string): string;
  /** Tracks that bear an ISRC; one ISRC can be on several: `/catalog/tracks/?isrc=…&per_page=50`. */
  tracksByIsrc(isrc: string): string;
  /** One track: `/catalog/tracks/{id}/`. */
  track(id: CatalogTrackId): string;
}

/**
 * The URLs of one API.
 *
 * @param baseUrl Its address, version included, with or without a slash at the end. Default the real one.
 * @throws {TypeError} when `baseUrl` is not an absolute URL.
 */
export function createApiUrls(baseUrl: string = BEATPORT_DEFAULTS.apiUrl): ApiUrls {
  const { origin, pathname } = new URL(baseUrl);
  const base = `${origin}${pathname.replace(/\/+$/, '')}`;
  const perPage = String(BEATPORT_DEFAULTS.resultsPerPage);
  return {
    searchTracks: (text) =>
      `${base}/catalog/search/?${new URLSearchParams({ q: text, type: 'tracks', per_page: perPage })}`,
    tracksByIsrc: (isrc) => `${base}/catalog/tracks/?${new URLSearchParams({ isrc, per_page: perPage })}`,
    track: (id) => `${base}/catalog/tracks/${id}/`,
  };
}
