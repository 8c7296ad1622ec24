/**
 * Everything that can go wrong on demand.
 *
 * - `rate-limited`, `rate-limited-date`, `rate-limited-bare`: 429 with `Retry-After` in seconds, as a date, and without.
 * - `forbidden`: 403 without more. `challenge`: 403 and a page that asks for proof of a human; `challenge-200`: the same
 *   page with status 200. Both are lifted by the cookie that `/__challenge/solve` sets.
 * - `server-error`: 5xx.
 * - `reset`: the connection is reset before anything was sent; `reset-mid-body`: after half of the body.
 * - `truncated`: the connection ends before the announced length; `truncated-gzip`: a complete answer that holds half of
 *   a compressed body.
 * - `drip`: the body comes a little at a time. `hang`: nothing ever comes.
 * - `empty-shell`: an empty page whose script never gets its data. `shell`: one whose script does.
 * - `no-payload`: a page with status 200 that is none of the site's own. `unknown-shape`: data where it always was, in a
 *   form that no client knows.
 */
export const faultNames = [
  'rate-limited',
  'rate-limited-date',
  'rate-limited-bare',
  'forbidden',
  'challenge',
  'challenge-200',
  'server-error',
  'reset',
  'reset-mid-body',
  'truncated',
  'truncated-gzip',
  'drip',
  'hang',
  'empty-shell',
  'shell',
  'no-payload',
  'unknown-shape',
] as const;

/** Something that can go wrong on demand. */
export type FaultName = (typeof faultNames)[number];
