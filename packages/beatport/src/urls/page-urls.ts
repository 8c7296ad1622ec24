import type { CatalogTrackId } from '@cuepoint/core';
import { BEATPORT_DEFAULTS } from '../defaults.js';

/** Where the pages of a site are. All answers are absolute URLs. */
export interface PageUrls {
  /** Results of the category tracks: `/search/tracks?q=…&per_page=50`. */
  searchTracks(text: string): string;
  /** Results of all categories, at most 15 tracks among them: `/search?q=…`. */
  searchAll(text: string): string;
  /**
   * The page of one track: `/track/{slug}/{id}`.
   *
   * @param slug The store's own, or a guess; the id alone decides. Default `track`, so that one track has one URL
   *   to be cached under.
   */
  track(id: CatalogTrackId, slug?: string): string;
}

/**
 * The URLs of one site.
 *
 * @param baseUrl Its origin; a path in it is ignored. Default the real site.
 * @throws {TypeError} when `baseUrl` is not an absolute URL.
 */
export function createPageUrls(baseUrl: string = BEATPORT_DEFAULTS.baseUrl): PageUrls {
  const { origin } = new URL(baseUrl);
  return {
    searchTracks: (text) =>
      `${origin}/search/tracks?${new URLSearchParams({ q: text, per_page: String(BEATPORT_DEFAULTS.resultsPerPage) })}`,
    searchAll: (text) => `${origin}/search?${new URLSearchParams({ q: text })}`,
    track: (id, slug = 'track') => `${origin}/track/${encodeURIComponent(slug)}/${id}`,
  };
}
