import type { StoreTrack } from '../catalogue/catalogue-row.js';
import type { Store } from '../catalogue/store.js';
import { dynamicImageUri } from './addresses.js';
import { apiTrack } from './api-track.js';
import { escapeHtml, scriptJson } from './escape.js';
import { flatTrack } from './flat-track.js';
import type { TrackGeneration } from './generations.js';
import type { PageModel, PageQuery } from './page-model.js';
import { sessionProps } from './session.js';

/** What a track page is asked for. */
export interface TrackPageRequest {
  readonly locale: string;
  readonly address: string;
  /** The part of the path before the id; any text will do. */
  readonly slug: string;
  readonly generation: TrackGeneration;
}

/** Most other tracks of the release that a page recommends. */
const mostRecommended = 4;

/** The page of one track. */
export function trackPage(store: Store, track: StoreTrack, request: TrackPageRequest): PageModel {
  const flat = request.generation === 'flat';
  const heading = `${track.artists.join(', ')} - ${track.name} (${track.mixName}) [${track.label}]`;
  const data = flat ? flatTrack(store, track) : apiTrack(store, track);
  const dataJson = scriptJson(data);
  return {
    status: 200,
    frame: flat ? '2026' : '2023',
    locale: request.locale,
    address: request.address,
    title: `${heading} | Music & Downloads on Beatport`,
    description: `Download & Stream ${heading} in highest quality | Find the latest releases here`,
    image: dynamicImageUri('cover', String(store.releaseId(track))),
    typed: '',
    main: `<h1 class="TrackHeader-style__Name">${escapeHtml(track.name)}<!-- --> <span>${escapeHtml(track.mixName)}</span></h1>`,
    route: '/track/[description]/[id]',
    routeQuery: { description: request.slug, id: String(track.id) },
    extraProps: {
      ...sessionProps(flat ? '2026' : '2023', '/track/[description]/[id]'),
      ...(flat ? {} : { track: data }),
    },
    queries: flat
      ? [{ key: [`track-details-${track.id}`], dataJson }, noCharts(track), recommended(store, track)]
      : [{ key: [`track-${track.id}`], dataJson }],
  };
}

/** Other tracks on the same page, in the same shape: a client must take the one it asked for. */
function recommended(store: Store, track: StoreTrack): PageQuery {
  const others = store.release(store.releaseId(track)).filter((other) => other.id !== track.id);
  return {
    key: [`track-recommendations-${track.id}`],
    dataJson: scriptJson(others.slice(0, mostRecommended).map((other) => flatTrack(store, other))),
  };
}

function noCharts(track: StoreTrack): PageQuery {
  return {
    key: [`track-charts-${track.id}`],
    dataJson: scriptJson({ next: null, previous: null, count: 0, page: '1/1', per_page: 50, results: [] }),
  };
}
