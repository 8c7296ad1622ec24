import { extractBody } from '@cuepoint/beatport';
import type { CacheUse } from '@cuepoint/fetch-policies';
import { isKeptClass, type PageStore } from '@cuepoint/store';
import type { Settings } from '../settings/settings.js';

/** The store of pages as the policies use it. */
export function cacheUse(pages: PageStore, settings: Settings): CacheUse {
  return {
    mode: settings.offline ? 'only' : settings.cache ? 'use' : 'refresh',
    extract: extractBody,
    cache: {
      get: (url, any) => pages.get(url, any ? { maxAgeMs: Number.POSITIVE_INFINITY } : {}),
      keeps: isKeptClass,
      put: (url, kind, pageClass, page) => {
        if (isKeptClass(pageClass)) pages.put({ url, kind, class: pageClass, ...page });
      },
    },
  };
}
