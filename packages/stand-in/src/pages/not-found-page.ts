import type { SearchGeneration } from './generations.js';
import type { PageModel } from './page-model.js';

/** The page for what is not there, served with status 404. */
export function notFoundPage(locale: string, address: string, frame: SearchGeneration): PageModel {
  return {
    status: 404,
    frame,
    locale,
    address,
    title: '404 | Beatport',
    description: 'There is no such page.',
    typed: '',
    main: '<h1>Page not found</h1>',
    route: '/404',
    routeQuery: {},
    extraProps: { statusCode: 404 },
    queries: [],
  };
}
