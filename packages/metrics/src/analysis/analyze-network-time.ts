import type { MetricsDocument } from '../document/metrics-document.js';
import { decide, type Recommendation } from './decision.js';
import { findRate, type RateFinding } from './rate-finding.js';

/** Network time of the queries of one type. Times in seconds. */
export interface QueryTypeTime {
  readonly type: string;
  readonly networkTime: number;
  readonly executionTime: number;
  /** 0–100. */
  readonly networkTimePercentage: number;
  readonly count: number;
}

/** What a run's metrics say about its network time. Times in seconds, percentages 0–100. */
export interface NetworkTimeAnalysis {
  readonly session: {
    readonly startTime: string;
    readonly fetcher: string;
    readonly totalTime: number;
    readonly tracks: number;
    /** More than `tracks` when the run was stopped. */
    readonly plannedTracks: number;
    readonly matched: number;
    readonly queries: number;
    readonly requests: number;
    readonly retries: number;
    readonly cacheHitRate: number;
  };
  readonly network: {
    readonly networkTime: number;
    readonly executionTime: number;
    readonly networkTimePercentage: number;
    /** Time during which at least one request was under way. */
    readonly wallTime: number;
    readonly wallPercentage: number;
  };
  /** Most network time first. */
  readonly byQueryType: readonly QueryTypeTime[];
  readonly recommendation: Recommendation;
  /** What the rule cannot say. */
  readonly rate: RateFinding;
  /** Whether requests overlapped while this was recorded, and what that means for the decision. */
  readonly recording: { readonly concurrent: boolean; readonly mostInFlight: number; readonly words: string };
}

/** Applies the decision rule to the metrics of a run, and adds what the rule cannot see. An empty run gives zeros. */
export function analyzeNetworkTime(document: MetricsDocument): NetworkTimeAnalysis {
  const { session_info: session, run_stats: stats, network_analysis: network, aggregate_stats: aggregate } = document;
  return {
    session: {
      startTime: session.start_time,
      fetcher: stats.fetcher,
      totalTime: session.total_time,
      tracks: session.total_tracks,
      plannedTracks: session.planned_tracks,
      matched: session.matched_tracks,
      queries: document.query_metrics.length,
      requests: stats.requests,
      retries: stats.retries,
      cacheHitRate: aggregate.cache_hit_rate,
    },
    network: {
      networkTime: network.total_network_time,
      executionTime: network.total_execution_time,
      networkTimePercentage: network.network_time_percentage,
      wallTime: network.network_wall_time,
      wallPercentage: network.network_wall_percentage,
    },
    byQueryType: Object.entries(network.network_time_by_query_type)
      .map(([type, times]) => ({
        type,
        networkTime: times.total_network_time,
        executionTime: times.total_execution_time,
        networkTimePercentage: times.network_time_percentage,
        count: times.count,
      }))
      .sort((a, b) => b.networkTime - a.networkTime),
    recommendation: decide({
      networkTimePercentage: network.network_time_percentage,
      cacheHitRate: aggregate.cache_hit_rate,
      executionTime: network.total_execution_time,
    }),
    rate: findRate(document),
    recording: findOverlap(stats.most_in_flight),
  };
}

function findOverlap(mostInFlight: number): NetworkTimeAnalysis['recording'] {
  if (mostInFlight <= 1) {
    return {
      concurrent: false,
      mostInFlight,
      words: 'Requests did not overlap, so the times are those of single requests.',
    };
  }
  const words =
    `Up to ${mostInFlight} requests overlapped while this was recorded: the run was concurrent already, its requests ` +
    'slowed one another down, and the percentage is a share of summed time, not of the clock. A run with ' +
    'the sync fetcher is the better ground for the decision.';
  return { concurrent: true, mostInFlight, words };
}
