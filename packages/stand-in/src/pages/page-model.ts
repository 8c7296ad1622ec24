import type { SearchGeneration } from './generations.js';

/** What is on a page, before it is HTML or JSON. */
export interface PageModel {
  readonly status: 200 | 404;
  /** Which form the frame around the data has. */
  readonly frame: SearchGeneration;
  readonly locale: string;
  /** Path and query without the language. */
  readonly address: string;
  readonly title: string;
  readonly description: string;
  /** Cover in the head; search pages have none. */
  readonly image?: string;
  /** What the search field holds. */
  readonly typed: string;
  /** HTML of the page's own part. Empty on search pages: their rows are drawn by a script. */
  readonly main: string;
  /** The site's name of the kind of page: `/search/[type]`. */
  readonly route: string;
  /** Parameters of the route and of the URL. */
  readonly routeQuery: Readonly<Record<string, string>>;
  /** What comes before `dehydratedState` in the page's data. */
  readonly extraProps: Readonly<Record<string, unknown>>;
  readonly queries: readonly PageQuery[];
}

/** One query that the page's data answers. */
export interface PageQuery {
  readonly key: readonly unknown[];
  /** What it was answered with, as JSON that can stand in a script element. */
  readonly dataJson: string;
}
