import type { CatalogTrackId, Classify, Page, PageKind } from '@cuepoint/core';
import { BEATPORT_DEFAULTS } from '../defaults.js';
import { trackIdOfPageUrl } from '../urls/track-id.js';
import { inspectSitePage } from './inspect-site-page.js';
import type { Inspection, PageReading, ReadOptions } from './page-reading.js';
import { readApiPage } from './read-api-page.js';
import type { Wanted } from './wanted.js';

/**
 * What a page means: its status, its data, and where it has none its look. Pure, the same for every fetcher, and
 * without exceptions, whatever the page holds. Whoever also needs the tracks uses `createPageReader`, which parses
 * every page once for both.
 */
export const classify: Classify = (page, kind) => inspectPage(page, kind).class;

/**
 * Reads a page: what it means, and the tracks on it.
 *
 * Of a track page only the track is read whose number stands in the page's URL; where it has none, the page's own.
 * The class is that of `classify`, but for a page that shows rows of tracks none of which can be read: such a page is
 * of unknown shape, which only reading it tells.
 */
export async function readPage(page: Page, kind: PageKind, options: ReadOptions = {}): Promise<PageReading> {
  return readInspected(inspectPage(page, kind, options));
}

/** The tracks of a page of search results, in the store's order. */
export async function parseSearchPage(page: Page, options: ReadOptions = {}): Promise<PageReading> {
  return readInspected(inspect(page, { kind: 'search' }, options));
}

/**
 * The one track of a track page.
 *
 * @param id The track asked for; recommendations on its page are never taken for it. Undefined accepts the page's own.
 */
export async function parseTrackPage(
  page: Page,
  id: CatalogTrackId | undefined,
  options: ReadOptions = {},
): Promise<PageReading> {
  return readInspected(inspect(page, { kind: 'track', id }, options));
}

/** Everything that can be told of a page at once. */
export function inspectPage(page: Page, kind: PageKind, options: ReadOptions = {}): Inspection {
  switch (kind) {
    case 'search':
      return inspect(page, { kind }, options);
    case 'track':
      return inspect(page, { kind, id: trackIdOfPageUrl(page.url) }, options);
    case 'api':
      return readApiPage(page, options.baseUrl ?? BEATPORT_DEFAULTS.baseUrl);
  }
}

/** The reading that an inspection leads to. */
async function readInspected(inspection: Inspection): Promise<PageReading> {
  return 'read' in inspection ? inspection.read() : inspection;
}

function inspect(page: Page, wanted: Wanted, options: ReadOptions): Inspection {
  return inspectSitePage(page, wanted, options.baseUrl ?? BEATPORT_DEFAULTS.baseUrl);
}
