/** Every fixed number and word of this package, in one place. What a run may change is in `FetcherContext`. */
export const HTTP_DEFAULTS = {
  /** Redirects followed for one request. The site needs one or two (old slugs, the upgrade to https). */
  maxRedirects: 5,
  /** Largest head of an answer, in bytes: sites behind a firewall send long policies and cookies. */
  maxHeadBytes: 65_536,
  /** Compressions one upon another that are undone; each further one multiplies what a small body can cost. */
  maxEncodings: 3,
  /** Sent unless the request names another. */
  accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8',
  /** What `decompress` can undo. */
  acceptEncoding: 'gzip, deflate, br',
} as const;
