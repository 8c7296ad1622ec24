import type {
  Catalog,
  CatalogOptions,
  CatalogQuery,
  CatalogTrackId,
  Fetcher,
  PageRequest,
  SearchOutcome,
  TrackOutcome,
} from '@cuepoint/core';
import { BEATPORT_DEFAULTS } from '../defaults.js';
import { RENDERED } from '../html/selectors.js';
import { createPageReader, type PageReader } from '../reading/page-reader.js';
import { createPageUrls } from '../urls/page-urls.js';
import { type AskTools, askPage } from './ask-page.js';
import { catalogOver } from './catalog-over.js';
import { isFailure, pageFailure } from './failures.js';
import { trackIn } from './track-in.js';

/** What a catalogue of the web site is made of. */
export interface SiteCatalogOptions {
  /** How pages are got; the catalogue does not dispose of it. */
  readonly fetcher: Fetcher;
  /** Origin of the site. Default the real one. */
  readonly baseUrl?: string;
  /** The reader whose `classify` the fetcher's policies use, so that a page is parsed once. Default one of its own. */
  readonly reader?: PageReader;
  /** Monotonic clock in milliseconds. Default `performance.now`. */
  readonly clock?: () => number;
}

/**
 * Beatport's web site as a catalogue. A search costs one page, a track in full one more.
 *
 * `searchAndFetch` keeps the search's row of a track whose own page did not come: what the row says still holds.
 *
 * @throws {TypeError} when `baseUrl` is not an absolute URL.
 */
export function createSiteCatalog(options: SiteCatalogOptions): Catalog {
  const { fetcher, baseUrl = BEATPORT_DEFAULTS.baseUrl, clock = () => performance.now() } = options;
  const tools: AskTools = { fetcher, clock, reader: options.reader ?? createPageReader({ baseUrl, clock }) };
  const urls = createPageUrls(baseUrl);

  async function search(query: CatalogQuery, asked: CatalogOptions = {}): Promise<SearchOutcome> {
    const request: PageRequest = { url: urls.searchTracks(query.text), kind: 'search', ready: [RENDERED.trackRow] };
    const answer = await askPage(tools, request, asked, (reading) => reading);
    if (isFailure(answer)) return answer;
    if (answer.class === 'ok') return { ok: true, tracks: answer.tracks };
    return answer.class === 'empty' ? { ok: true, tracks: [] } : pageFailure(answer.class);
  }

  async function track(id: CatalogTrackId, asked: CatalogOptions = {}): Promise<TrackOutcome> {
    const request: PageRequest = { url: urls.track(id), kind: 'track', ready: [RENDERED.trackHeader] };
    const answer = await askPage(tools, request, asked, (reading) => trackIn(reading, id));
    if (isFailure(answer)) return answer;
    return answer.class === 'ok' ? { ok: true, track: answer.track } : pageFailure(answer.class);
  }

  return catalogOver({ name: 'site', search, track });
}
