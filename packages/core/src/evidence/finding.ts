import type { Evidence, Verdict } from '../contracts/track-result.js';
import type { Finding, Weights } from '../weights/weights.js';

/** The outcome of one comparison, before it is weighed. */
export interface Found {
  readonly finding: Finding;
  readonly verdict: Verdict;
  readonly detail: string;
}

/** Weighs a finding: its name is the part before the dot. */
export function weigh(found: Found, weights: Weights): Evidence {
  return {
    name: found.finding.slice(0, found.finding.indexOf('.')),
    verdict: found.verdict,
    weight: weights[found.finding],
    detail: found.detail,
  };
}
