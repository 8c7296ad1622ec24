/** What a run says about fetching concurrently. */
export type Decision = 'implement' | 'skip' | 'evaluate';

/** The thresholds of the rule, in per cent. A value that is exactly on one of them decides nothing. */
export const DECISION_THRESHOLDS = {
  /** Above this share of network time, and below the next of cache hits, concurrency is worth having. */
  implementAboveNetwork: 40,
  implementBelowCacheHits: 50,
  /** Below this share of network time, or above the next of cache hits, there is too little waiting to overlap. */
  skipBelowNetwork: 20,
  skipAboveCacheHits: 80,
} as const;

/** The figures the rule looks at. */
export interface DecisionFigures {
  /** Network time of execution time, sum over sum; 0–100. */
  readonly networkTimePercentage: number;
  /** Queries answered without a request; 0–100. */
  readonly cacheHitRate: number;
  /** Seconds spent on all queries, waits left out. 0: nothing was measured. */
  readonly executionTime: number;
}

/** A decision with its reason. */
export interface Recommendation {
  readonly decision: Decision;
  /** One or two sentences with the figures that decided. */
  readonly reason: string;
  /** False when there was nothing to decide from. */
  readonly sufficientData: boolean;
}

/**
 * The rule: implement when network time is above 40 % and cache hits are below 50 %; skip when network time is below
 * 20 % or cache hits are above 80 %; otherwise, and without any measured time, evaluate.
 */
export function decide(figures: DecisionFigures): Recommendation {
  const { networkTimePercentage: network, cacheHitRate: hits, executionTime } = figures;
  const limits = DECISION_THRESHOLDS;
  if (!(executionTime > 0)) {
    const reason = 'Insufficient data: the run spent no measured time on queries.';
    return { decision: 'evaluate', reason, sufficientData: false };
  }
  const because = (decision: Decision, reason: string): Recommendation => ({ decision, reason, sufficientData: true });
  if (network > limits.implementAboveNetwork && hits < limits.implementBelowCacheHits) {
    return because(
      'implement',
      `${network} % of the time went into the network (above ${limits.implementAboveNetwork} %) and ${hits} % of the ` +
        `queries came from the cache (below ${limits.implementBelowCacheHits} %): requests that overlap save most of ` +
        'that waiting.',
    );
  }
  if (network < limits.skipBelowNetwork) {
    return because(
      'skip',
      `${network} % of the time went into the network (below ${limits.skipBelowNetwork} %): there is little waiting to save.`,
    );
  }
  if (hits > limits.skipAboveCacheHits) {
    return because(
      'skip',
      `${hits} % of the queries came from the cache (above ${limits.skipAboveCacheHits} %): there is little left to fetch.`,
    );
  }
  return because(
    'evaluate',
    `${network} % of the time went into the network and ${hits} % of the queries came from the cache: neither is ` +
      'clear enough to decide by. Measure a run of each kind and compare them.',
  );
}
