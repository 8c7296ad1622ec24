import { member } from './member.js';

/** One answer that the server put into a page for the page's scripts (a dehydrated react-query entry). */
export interface QueryEntry {
  /** First element of the query's key: "search-tracks", "track-details-1696999"; empty when it has none. */
  readonly key: string;
  readonly data: unknown;
  /** The server itself failed to get this answer. */
  readonly failed: boolean;
}

/** All answers in a payload, in its order. */
export function readQueries(payload: unknown): readonly QueryEntry[] {
  const queries = member(pageProps(payload), 'dehydratedState', 'queries');
  if (!Array.isArray(queries)) return [];
  return queries.map((query: unknown) => {
    const key = member(query, 'queryKey');
    const first: unknown = Array.isArray(key) ? key[0] : key;
    return {
      key: typeof first === 'string' ? first : '',
      data: member(query, 'state', 'data'),
      failed: member(query, 'state', 'status') === 'error',
    };
  });
}

/** The properties of the page: under `props` in a page, at the top in a data file. */
export function pageProps(payload: unknown): unknown {
  return member(payload, 'props', 'pageProps') ?? member(payload, 'pageProps');
}
