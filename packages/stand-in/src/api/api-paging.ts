/** Which page of a list is asked for. */
export interface PageRequest {
  readonly page: number;
  readonly perPage: number;
  readonly url: URL;
}

/** One page of a list, in the API's form. */
export interface ApiPage<Item> {
  readonly results: readonly Item[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly count: number;
  /** Which page of how many, as a text: "1/3". */
  readonly page: string;
  readonly per_page: number;
}

const rowsOfPage = 25;
const mostRows = 150;

/** Reads `page` and `per_page`. */
export function pageRequest(url: URL): PageRequest {
  return {
    page: wholeNumber(url.searchParams.get('page'), 1),
    perPage: Math.min(wholeNumber(url.searchParams.get('per_page'), rowsOfPage), mostRows),
    url,
  };
}

/** Cuts the page out of the list. */
export function pageOf<Item>(items: readonly Item[], { page, perPage, url }: PageRequest): ApiPage<Item> {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  return {
    results: items.slice((page - 1) * perPage, page * perPage),
    next: page < pages ? addressOf(url, page + 1) : null,
    previous: page > 1 ? addressOf(url, page - 1) : null,
    count: items.length,
    page: `${page}/${pages}`,
    per_page: perPage,
  };
}

/** The address of another page; without its scheme, as the site gives it. */
function addressOf(url: URL, page: number): string {
  const other = new URL(url);
  other.searchParams.set('page', String(page));
  return `${other.host}${other.pathname}${other.search}`;
}

function wholeNumber(text: string | null, fallback: number): number {
  const number = Number(text ?? fallback);
  return Number.isInteger(number) && number >= 1 ? number : fallback;
}
