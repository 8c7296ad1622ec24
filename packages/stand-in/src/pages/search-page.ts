import { scriptJson } from './escape.js';
import type { SearchGeneration } from './generations.js';
import type { PageModel, PageQuery } from './page-model.js';
import type { RowsRequest, SearchRows, SearchType } from './search-rows.js';
import { sessionProps } from './session.js';

/** What a search page is asked for. */
export interface SearchPageRequest {
  readonly locale: string;
  /** Path and query without the language. */
  readonly address: string;
  /** One category, or undefined for all of them. */
  readonly type: SearchType | undefined;
  readonly params: URLSearchParams;
  readonly generation: SearchGeneration;
  /** Puts a query for genres before the search's own. */
  readonly genresFirst: boolean;
}

/** Rows of each category on the page of all of them. */
const rowsOfAll = 15;
/** Rows on the page of one category, unless `per_page` says otherwise. */
const rowsOfTracks = 50;
const rowsOfOthers = 150;
const mostRows = 150;

/** Answers a search. Words that hit nothing give a page with empty lists, not an error. */
export function searchPage(rows: SearchRows, request: SearchPageRequest): PageModel {
  const typed = request.params.get('q') ?? '';
  const is2023 = request.generation === '2023';
  const route = request.type === undefined ? '/search' : '/search/[type]';
  return {
    status: 200,
    frame: request.generation,
    locale: request.locale,
    address: request.address,
    title: is2023 ? `${typed} :: Beatport` : `${typed} | Beatport`,
    description: 'Electronic music in good quality, for those who play it.',
    typed,
    main: '',
    route,
    routeQuery: {
      ...Object.fromEntries(request.params),
      ...(request.type === undefined ? {} : { type: request.type }),
    },
    extraProps: {
      ...sessionProps(request.generation, route),
      query: typed,
      ...(is2023 ? {} : { location: { realIp: '203.0.113.7', countryCode: 'DE' } }),
    },
    queries: [
      ...(request.genresFirst && !is2023 ? [{ key: ['genres'], dataJson: scriptJson({ genres: [] }) }] : []),
      request.type === undefined
        ? allCategories(rows, typed, request.generation)
        : oneCategory(rows, typed, request, request.type),
    ],
  };
}

function allCategories(rows: SearchRows, typed: string, generation: SearchGeneration): PageQuery {
  const lists = categoriesInOrder.map((type) => {
    const request: RowsRequest = { type, typed, first: 0, count: rowsOfAll, generation };
    return `"${type}":{"data":${rows.json(request)}}`;
  });
  return {
    key: [`search-all-q=${typed}&count=${rowsOfAll}&is_approved=true&preorder=true`],
    dataJson: `{${lists.join(',')}}`,
  };
}

const categoriesInOrder: readonly SearchType[] = ['tracks', 'artists', 'charts', 'labels', 'releases'];

function oneCategory(rows: SearchRows, typed: string, request: SearchPageRequest, type: SearchType): PageQuery {
  const count = wholeNumber(request.params.get('per_page'), type === 'tracks' ? rowsOfTracks : rowsOfOthers, mostRows);
  const page = wholeNumber(request.params.get('page'), 1, 100);
  const { generation } = request;
  return {
    key:
      generation === '2023'
        ? // The site put objects into a text here; a client that reads the key sees exactly this.
          [`search-${type}-params=%5Bobject+Object%5D&accessToken=made-up&location=%5Bobject+Object%5D`]
        : [`search-${type}`, { q: typed, page, per_page: count }],
    dataJson: `{"data":${rows.json({ type, typed, first: (page - 1) * count, count, generation })}}`,
  };
}

function wholeNumber(text: string | null, fallback: number, most: number): number {
  const number = Number(text ?? fallback);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : fallback;
}
