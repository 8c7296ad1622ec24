/** One request as far as push-back goes. */
export interface SentRequest {
  /** When it was sent, in milliseconds on the monotonic clock. */
  readonly startedAt: number;
  /** The site answered that requests come too fast. */
  readonly rateLimited: boolean;
}

const SECOND_MS = 1000;

/**
 * The rate at which the site first pushed back, in requests a second: the lower of how many were sent in the second
 * up to the request it refused, and the average since the first request. The average is the lower one where a site
 * counts by the minute. Null when it never did.
 */
export function pushbackRate(requests: readonly SentRequest[]): number | null {
  const sent = requests.toSorted((a, b) => a.startedAt - b.startedAt);
  const [first] = sent;
  const at = sent.findIndex((request) => request.rateLimited);
  const refused = sent[at];
  if (first === undefined || refused === undefined) return null;
  const before = sent.slice(0, at + 1);
  const inLastSecond = before.filter(({ startedAt }) => startedAt > refused.startedAt - SECOND_MS).length;
  const elapsedMs = refused.startedAt - first.startedAt;
  if (elapsedMs <= SECOND_MS) return inLastSecond;
  return Math.min(inLastSecond, Math.round((before.length * SECOND_MS * 1000) / elapsedMs) / 1000);
}
