/** Every default of this package, in one place. */
export const BEATPORT_DEFAULTS = {
  /** Origin of the site, and of the links in `CatalogTrack.url`. */
  baseUrl: 'https://www.beatport.com',
  /** Base of the API, without a slash at the end. */
  apiUrl: 'https://api.beatport.com/v4',
  /** Rows asked for on a page of results. More make a heavier page and rarely a better answer. */
  resultsPerPage: 50,
  /**
   * Longest JSON payload that is parsed, in characters. The heaviest page seen is 0.3 million; the limit keeps a
   * broken answer from costing seconds and hundreds of megabytes.
   */
  maxPayloadChars: 8_000_000,
  /** Longest page that is read as HTML, in characters: the tree takes 30 to 100 times its size in memory. */
  maxHtmlChars: 3_000_000,
  /**
   * Most tags on a page that is read as HTML, opening and closing ones together. Fifty rows have some 5,000; badly
   * nested tags cost quadratic time, and at this limit still no more than a second.
   */
  maxHtmlTags: 20_000,
  /** Track pages asked for at once by `tracks` and `searchAndFetch`. */
  concurrency: 10,
} as const;
