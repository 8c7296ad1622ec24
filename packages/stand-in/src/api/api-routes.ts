import type { StoreTrack } from '../catalogue/catalogue-row.js';
import type { Store } from '../catalogue/store.js';
import { apiListTrack, apiTrack } from '../pages/api-track.js';
import type { StoreSearch } from '../search/store-search.js';
import { type Answer, jsonAnswer } from '../server/answer.js';
import type { StandInSettings } from '../settings.js';
import { type ApiAccess, deniedAccess } from './api-access.js';
import { matchesFilters, wrongNumbers } from './api-filters.js';
import { pageOf, pageRequest } from './api-paging.js';
import { tokenAnswer, tokenPath } from './token-route.js';

/** What the API remembers from one request to the next. */
export type Api = ApiAccess;

/** A request to the API. */
export interface ApiRequest {
  readonly url: URL;
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
  /** What was posted; undefined for any other method. */
  readonly form: string | undefined;
  readonly settings: StandInSettings;
}

/** Most tracks that a search finds in all. */
const mostFound = 1000;

/** Answers a request to the API, version 4. */
export function apiAnswer(store: Store, search: StoreSearch, access: Api, request: ApiRequest): Answer {
  const { url, settings } = request;
  if (!url.pathname.endsWith('/')) {
    return jsonAnswer(301, { detail: 'Moved Permanently' }, { location: `${url.pathname}/${url.search}` });
  }
  if (url.pathname === tokenPath) return tokenAnswer(access, request.form, settings);
  const denied = deniedAccess(access, request.authorization, settings);
  if (denied !== undefined) return jsonAnswer(401, { detail: denied });

  const path = url.pathname.slice('/v4'.length);
  if (path === '/catalog/search/') return searchAnswer(store, search, url);
  if (path === '/catalog/tracks/') return listAnswer(store, url);
  const track = /^\/catalog\/tracks\/([^/]+)\/$/.exec(path);
  if (track !== null) return trackAnswer(store, track[1] ?? '', url, settings);
  return notFound();
}

function searchAnswer(store: Store, search: StoreSearch, url: URL): Answer {
  const type = url.searchParams.get('type');
  const found = type === null || type === 'tracks' ? search.tracks(url.searchParams.get('q') ?? '', mostFound) : [];
  const { results, ...paging } = pageOf(
    found.map(({ item }) => item),
    pageRequest(url),
  );
  // Unlike every list of the API, a search puts its rows under the name of their category.
  const rows = { tracks: results.map((row) => apiListTrack(store, row, apiOf(url))) };
  const others = { artists: [], charts: [], labels: [], releases: [] };
  if (type === null) return jsonAnswer(200, { ...rows, ...others, ...paging });
  return jsonAnswer(200, { ...(type === 'tracks' ? rows : { [type]: [] }), ...paging });
}

function listAnswer(store: Store, url: URL): Answer {
  const wrong = wrongNumbers(url.searchParams);
  if (wrong !== undefined) return jsonAnswer(400, wrong);
  const isrc = url.searchParams.get('isrc');
  const start: readonly StoreTrack[] =
    isrc === null ? store.tracks : isrc.split(',').flatMap((one) => store.byIsrc(one));
  const page = pageOf(
    start.filter((track) => matchesFilters(track, url.searchParams)),
    pageRequest(url),
  );
  return jsonAnswer(200, { ...page, results: page.results.map((row) => apiListTrack(store, row, apiOf(url))) });
}

function trackAnswer(store: Store, id: string, url: URL, settings: StandInSettings): Answer {
  const track = /^\d+$/.test(id) ? store.track(Number(id)) : undefined;
  if (track === undefined) return notFound();
  if (settings.restrictedIds.includes(track.id)) return jsonAnswer(403, { detail: 'Territory Restricted.' });
  return jsonAnswer(200, apiTrack(store, track, apiOf(url)));
}

function notFound(): Answer {
  return jsonAnswer(404, { detail: 'Not found.' });
}

function apiOf(url: URL): string {
  return `${url.origin}/v4`;
}
