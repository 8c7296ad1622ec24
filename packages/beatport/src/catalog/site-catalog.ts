import type {
  Catalog,
  CatalogOptions,
  CatalogQuery,
  CatalogTrack,
  CatalogTrackId,
  Fetcher,
  PageRequest,
  SearchOutcome,
  TrackOutcome,
} from '@cuepoint/core';
import { BEATPORT_DEFAULTS } from '../defaults.js';
import { RENDERED } from '../html/selectors.js';
import { createPageReader, type PageReader } from '../reading/page-reader.js';
import { type PageReading, type RefusedReading, refused } from '../reading/page-reading.js';
import { createPageUrls } from '../urls/page-urls.js';
import { type AskTools, askPage } from './ask-page.js';
import { abortedFailure, pageFailure } from './failures.js';
import { inOrder } from './in-order.js';
import { mergeTrack } from './merge-track.js';

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
    if ('ok' in answer) return answer;
    if (answer.class === 'ok') return { ok: true, tracks: answer.tracks };
    return answer.class === 'empty' ? { ok: true, tracks: [] } : pageFailure(answer.class);
  }

  async function track(id: CatalogTrackId, asked: CatalogOptions = {}): Promise<TrackOutcome> {
    const request: PageRequest = { url: urls.track(id), kind: 'track', ready: [RENDERED.trackHeader] };
    const answer = await askPage(tools, request, asked, (reading) => trackIn(reading, id));
    if ('ok' in answer) return answer;
    return answer.class === 'ok' ? { ok: true, track: answer.track } : pageFailure(answer.class);
  }

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

  return { name: 'site', search, track, tracks, searchAndFetch };
}

/** The track asked for. The site may lead an old number to a newer delivery, which is a track of its own. */
function trackIn(
  reading: PageReading,
  id: CatalogTrackId,
): { readonly class: 'ok'; readonly track: CatalogTrack } | RefusedReading {
  if (reading.class === 'empty') return refused('unknown-shape', 'a list where a track should be');
  if (reading.class !== 'ok') return reading;
  const track = reading.tracks.find((one) => one.id === id);
  return track === undefined ? refused('not-found', `the page of another track`) : { class: 'ok', track };
}
