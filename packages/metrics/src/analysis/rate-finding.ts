import { average } from '../collector/numbers.js';
import type { MetricsDocument } from '../document/metrics-document.js';

/** From this share of the allowed rate on, the ceiling is what a run waits for. Even spacing with its margin gives 0.95. */
const AT_CEILING_SHARE = 0.9;

/** Whether the rate ceiling leaves concurrency anything to win. */
export type RateFinding =
  | { readonly kind: 'unknown'; readonly words: string }
  | { readonly kind: 'unlimited'; readonly achieved: number; readonly words: string }
  | {
      readonly kind: 'at-ceiling' | 'below-ceiling';
      /** Requests a second, over the whole run. */
      readonly achieved: number;
      /** Requests a second the run was allowed. */
      readonly allowed: number;
      readonly words: string;
    };

/** Compares the rate a run reached with the one it was allowed. */
export function findRate({ run_stats: stats, session_info: session }: MetricsDocument): RateFinding {
  if (stats.requests === 0 || session.total_time === 0) {
    return { kind: 'unknown', words: 'No request was sent, so nothing can be said about the rate.' };
  }
  const achieved = average(stats.requests, session.total_time);
  const allowed = stats.max_rate;
  const reached = `The run sent ${achieved.toFixed(1)} requests a second`;
  if (allowed === null) return { kind: 'unlimited', achieved, words: `${reached}; it had no rate ceiling.` };
  if (achieved / allowed >= AT_CEILING_SHARE) {
    const words = `${reached} of ${allowed} allowed: it is at its rate ceiling, so more concurrency cannot pay.`;
    return { kind: 'at-ceiling', achieved, allowed, words };
  }
  const words = `${reached} of ${allowed} allowed: concurrency can pay up to ${(allowed / achieved).toFixed(1)} times.`;
  return { kind: 'below-ceiling', achieved, allowed, words };
}
