import type {
  Catalog,
  CatalogFailure,
  CatalogOptions,
  CatalogQuery,
  CatalogTrackId,
  Fetcher,
  SearchOutcome,
  TrackOutcome,
} from '@cuepoint/core';
import { createPageReader, type PageReader } from '../reading/page-reader.js';
import { type ApiUrls, createApiUrls } from '../urls/api-urls.js';
import { apiFailure } from './api-failures.js';
import { authorizedAsk } from './authorized-ask.js';
import { catalogOver } from './catalog-over.js';
import { isFailure } from './failures.js';
import type { TokenSource } from './token-source.js';
import { trackIn } from './track-in.js';

/** What a catalogue of the API is made of. */
export interface ApiCatalogOptions {
  /** How answers are got; the catalogue does not dispose of it. It sees the token, in the `authorization` header. */
  readonly fetcher: Fetcher;
  /** Address of the API, version included. Default the real one. */
  readonly baseUrl?: string;
  /** The user's own token. */
  readonly token: TokenSource;
  /**
   * The reader whose `classify` the fetcher's policies use, so that an answer is parsed once. It also decides which
   * site the links of the tracks lead to. Default one of its own, with links to the real site.
   */
  readonly reader?: PageReader;
  /** Monotonic clock in milliseconds. Default `performance.now`. */
  readonly clock?: () => number;
}

/** The API as a catalogue. */
export interface ApiCatalog extends Catalog {
  /**
   * Why nothing more is asked: no token, one that is refused and cannot be renewed, or an account that may not search.
   * Every question then ends with this failure, without a request, until there is another token. Undefined while all
   * is well; live.
   */
  readonly shutOut: CatalogFailure | undefined;
}

/**
 * Beatport's API v4 as a catalogue, with the user's own token.
 *
 * A track is the same value as the site's, but for what a search page of the site lacks: `subGenre`, and the store's
 * own slug in `url`. A track that the API holds back in the user's country is `not-found` with a code of its own
 * (`API_TERRITORY_RESTRICTED`), so that a match goes on by name.
 *
 * @throws {TypeError} when `baseUrl` is not an absolute URL.
 */
export function createApiCatalog(options: ApiCatalogOptions): ApiCatalog {
  const { fetcher, token, clock = () => performance.now() } = options;
  const urls = createApiUrls(options.baseUrl);
  const api = authorizedAsk({ fetcher, clock, reader: options.reader ?? createPageReader({ clock }) }, token);

  async function search(query: CatalogQuery, asked: CatalogOptions = {}): Promise<SearchOutcome> {
    const answer = await api.ask('search', searchUrl(urls, query), asked, (reading) => reading);
    if (isFailure(answer)) return answer;
    if (answer.class === 'ok') return { ok: true, tracks: answer.tracks };
    return answer.class === 'empty' ? { ok: true, tracks: [] } : apiFailure(answer);
  }

  async function track(id: CatalogTrackId, asked: CatalogOptions = {}): Promise<TrackOutcome> {
    const answer = await api.ask('track', urls.track(id), asked, (reading) => trackIn(reading, id));
    if (isFailure(answer)) return answer;
    return answer.class === 'ok' ? { ok: true, track: answer.track } : apiFailure(answer);
  }

  return {
    ...catalogOver({ name: 'api', search, track }),
    get shutOut() {
      return api.shutOut;
    },
  };
}

/** The search knows ISRCs as words among others; the list of tracks has a filter for them, which is exact. */
function searchUrl(urls: ApiUrls, { text, type }: CatalogQuery): string {
  const isrc = text.replace(/[\s-]/g, '').toUpperCase();
  const exact = type === 'isrc' && /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(isrc);
  return exact ? urls.tracksByIsrc(isrc) : urls.searchTracks(text);
}
