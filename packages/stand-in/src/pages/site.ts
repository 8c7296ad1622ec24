import type { Store } from '../catalogue/store.js';
import { buildIdOf } from './envelope.js';
import type { SearchGeneration, TrackGeneration } from './generations.js';
import { notFoundPage } from './not-found-page.js';
import type { PageModel } from './page-model.js';
import { searchPage } from './search-page.js';
import { type SearchRows, type SearchType, searchTypes } from './search-rows.js';
import { splitLocale } from './site-locales.js';
import { trackPage } from './track-page.js';

/** Which forms of its pages the site serves. */
export interface SiteForms {
  readonly searchGeneration: SearchGeneration;
  readonly trackGeneration: TrackGeneration;
  readonly genresQueryFirst: boolean;
}

/** What is at an address of the site. */
export interface SiteAnswer {
  readonly model: PageModel;
  /** Whether the page was asked for, or the data file of it. */
  readonly as: 'page' | 'data-file';
}

/** Finds what is at an address: a search, a track, the data file of one of them, or the page for what is not there. */
export function siteAnswer(store: Store, rows: SearchRows, forms: SiteForms, url: URL): SiteAnswer {
  const dataFile = /^\/_next\/data\/([^/]+)\/([a-z]{2})(\/.*)\.json$/.exec(url.pathname);
  if (dataFile !== null) {
    const [, build, locale = 'en', path = ''] = dataFile;
    const inner = new URL(`${locale === 'en' ? '' : `/${locale}`}${path}${url.search}`, url.origin);
    const model = pageAt(store, rows, forms, inner);
    // A data file of an earlier build is gone.
    return build === buildIdOf(model.frame)
      ? { model, as: 'data-file' }
      : { model: notFoundPage(locale, inner.pathname, model.frame), as: 'page' };
  }
  return { model: pageAt(store, rows, forms, url), as: 'page' };
}

function pageAt(store: Store, rows: SearchRows, forms: SiteForms, url: URL): PageModel {
  const { locale, path } = splitLocale(url.pathname);
  const address = `${path}${url.search}`;
  const [, first, second, third, ...more] = path.split('/');
  if (first === 'search' && third === undefined) {
    const type = searchTypes.find((one) => one === second);
    if (second === undefined || second === '' || type !== undefined) {
      return searchPage(rows, searchRequest(forms, locale, address, type, url.searchParams));
    }
  }
  if (first === 'track' && second !== undefined && third !== undefined && more.length === 0 && /^\d+$/.test(third)) {
    const track = store.track(Number(third));
    if (track !== undefined) {
      return trackPage(store, track, { locale, address, slug: second, generation: forms.trackGeneration });
    }
  }
  return notFoundPage(locale, address, forms.searchGeneration);
}

function searchRequest(
  forms: SiteForms,
  locale: string,
  address: string,
  type: SearchType | undefined,
  params: URLSearchParams,
): Parameters<typeof searchPage>[1] {
  return { locale, address, type, params, generation: forms.searchGeneration, genresFirst: forms.genresQueryFirst };
}
