import { average } from '../collector/numbers.js';
import type { MetricsDocument } from '../document/metrics-document.js';

/** One run of a comparison. Times in seconds, percentages 0–100, memory in bytes. */
export interface ComparedRun {
  readonly fetcher: string;
  readonly tracks: number;
  readonly matched: number;
  readonly requests: number;
  readonly retries: number;
  readonly cacheHitRate: number;
  /** Wall time of the run. */
  readonly totalTime: number;
  /** Wall time of the run over its tracks. */
  readonly wallTimePerTrack: number;
  readonly requestsPerSecond: number;
  readonly networkTime: number;
  readonly networkTimePercentage: number;
  /** Middle network time of a request. */
  readonly medianNetworkTime: number;
  readonly cpuTime: number;
  readonly peakRss: number;
  readonly concurrency: RunConcurrency;
}

/** How much of a run was done at the same time. */
export interface RunConcurrency {
  readonly maxConcurrentTracks: number;
  readonly maxConcurrentRequests: number;
  readonly maxInFlight: number;
  /** Requests a second; null for unlimited. */
  readonly maxRate: number | null;
  /** Most requests under way at one moment. */
  readonly mostInFlight: number;
  /** Requests under way, averaged over the time in which there was one. */
  readonly averageInFlight: number;
  /** Sum of all waits, in seconds. */
  readonly queueWaitTime: number;
}

/** Two runs side by side. */
export interface RunComparison {
  readonly a: ComparedRun;
  readonly b: ComparedRun;
  /** How much less wall time `b` took, in per cent of that of `a`; negative when it took more; null when `a` took none. */
  readonly improvement: number | null;
  /** Wall time of `a` over that of `b`; null when `b` took none. */
  readonly speedUp: number | null;
  /** Why the two may not be compared so simply, one sentence each. */
  readonly cautions: readonly string[];
}

/** Sets two runs side by side: what each cost, how much was done at once, and how much faster the second was. */
export function compareRuns(a: MetricsDocument, b: MetricsDocument): RunComparison {
  const [first, second] = [comparedRun(a), comparedRun(b)];
  return {
    a: first,
    b: second,
    improvement: first.totalTime === 0 ? null : round((100 * (first.totalTime - second.totalTime)) / first.totalTime),
    speedUp: second.totalTime === 0 ? null : round(first.totalTime / second.totalTime),
    cautions: cautions(a, b),
  };
}

function comparedRun({
  session_info: session,
  run_stats: stats,
  network_analysis: network,
  aggregate_stats: aggregate,
}: MetricsDocument): ComparedRun {
  return {
    fetcher: stats.fetcher,
    tracks: session.total_tracks,
    matched: session.matched_tracks,
    requests: stats.requests,
    retries: stats.retries,
    cacheHitRate: aggregate.cache_hit_rate,
    totalTime: session.total_time,
    wallTimePerTrack: average(session.total_time, session.total_tracks),
    requestsPerSecond: stats.requests_per_second,
    networkTime: network.total_network_time,
    networkTimePercentage: network.network_time_percentage,
    medianNetworkTime: stats.network_time_percentiles.p50,
    cpuTime: stats.cpu_time,
    peakRss: stats.peak_rss,
    concurrency: {
      maxConcurrentTracks: stats.max_concurrent_tracks,
      maxConcurrentRequests: stats.max_concurrent_requests,
      maxInFlight: stats.max_in_flight,
      maxRate: stats.max_rate,
      mostInFlight: stats.most_in_flight,
      averageInFlight: round(average(network.total_network_time, network.network_wall_time)),
      queueWaitTime: stats.queue_wait_time,
    },
  };
}

function cautions(a: MetricsDocument, b: MetricsDocument): string[] {
  const found: string[] = [];
  const titles = (run: MetricsDocument) => run.track_metrics.map((track) => track.track_id).join('\n');
  if (titles(a) !== titles(b)) found.push('The two runs did not do the same tracks.');
  if (Math.abs(a.aggregate_stats.cache_hit_rate - b.aggregate_stats.cache_hit_rate) >= 5) {
    found.push('They found different shares of their pages in the cache, which alone changes the time.');
  }
  if (a.run_stats.max_rate !== b.run_stats.max_rate) found.push('They ran under different rate ceilings.');
  for (const [name, { session_info: session }] of [
    ['A', a],
    ['B', b],
  ] as const) {
    if (session.planned_tracks > session.total_tracks) {
      found.push(`Run ${name} was stopped: it did ${session.total_tracks} of ${session.planned_tracks} tracks.`);
    }
  }
  return found;
}

/** To two decimals. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
