import { type Api, type ApiRequest, apiAnswer } from '../api/api-routes.js';
import type { Store } from '../catalogue/store.js';
import { openEnvelope } from '../pages/envelope.js';
import { openFrame, type PageDress } from '../pages/page-frame.js';
import type { PageModel } from '../pages/page-model.js';
import { openSearchRows } from '../pages/search-rows.js';
import { siteAnswer } from '../pages/site.js';
import { unknownShape } from '../pages/unknown-shape.js';
import type { StoreSearch } from '../search/store-search.js';
import type { FaultRule, StandInSettings } from '../settings.js';
import { type Answer, htmlAnswer, jsonAnswer } from './answer.js';

/** Answers for what the real store has: pages, their data, and the API. */
export interface SiteRoutes {
  /** A page of the site or a data file of it. */
  page(url: URL, settings: StandInSettings, fault: FaultRule | undefined): Answer;
  /** The data that the script of an empty page asks for. */
  shellData(url: URL, settings: StandInSettings): Answer;
  api(request: ApiRequest, fault: FaultRule | undefined): Answer;
}

/** Prepares the pages. */
export function openSite(store: Store, search: StoreSearch, api: Api): SiteRoutes {
  const envelope = openEnvelope();
  const frame = openFrame(envelope);
  const rows = openSearchRows(store, search);
  return {
    page: (url, settings, fault) => {
      const { model, as } = siteAnswer(store, rows, settings, url);
      const shown = fault?.name === 'unknown-shape' ? unknownShape(model) : model;
      if (as === 'data-file') {
        return { status: 200, headers: { 'content-type': 'application/json' }, body: envelope.dataFile(shown) };
      }
      return htmlAnswer(shown.status, frame.render(shown, dressOf(shown, settings, fault)));
    },
    shellData: (url, settings) => {
      const of = url.searchParams.get('of') ?? '/';
      const inner = URL.canParse(of, url.origin) ? new URL(of, url.origin) : url;
      const { model } = siteAnswer(store, rows, settings, inner);
      return {
        status: model.status,
        headers: { 'content-type': 'application/json' },
        body: envelope.nextData(model),
      };
    },
    api: (request, fault) => {
      if (fault?.name === 'unknown-shape') return jsonAnswer(200, { node: { kind: 'entity' } });
      if (fault?.name === 'shell' || fault?.name === 'empty-shell') {
        return htmlAnswer(200, ['<html><head><title>Beatport</title></head><body></body></html>']);
      }
      return apiAnswer(store, search, api, request);
    },
  };
}

function dressOf(model: PageModel, settings: StandInSettings, fault: FaultRule | undefined): PageDress {
  if (fault?.name === 'shell' || fault?.name === 'empty-shell') return fault.name;
  return settings.shell && model.status === 200 ? 'shell' : 'whole';
}
