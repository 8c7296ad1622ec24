import { METRICS_VERSION, type MetricsDocument, type TrackMetrics } from '../document/metrics-document.js';
import { analyseNetwork } from './network-analysis.js';
import { average, percentile, sumOf, toPercentage, toSeconds } from './numbers.js';
import type { PageTotals } from './page-log.js';

/** The bounds a run worked under. */
export interface RunSettings {
  /** Name of the fetcher: `sync`, `async`. */
  readonly fetcher: string;
  readonly maxConcurrentTracks: number;
  /** Per track. */
  readonly maxConcurrentRequests: number;
  /** Over the whole run. */
  readonly maxInFlight: number;
  /** Requests a second and host; null for unlimited. */
  readonly maxRate: number | null;
}

/** What a collector has gathered when it is asked for its document. */
export interface Gathered {
  readonly settings: RunSettings;
  readonly startTime: Date;
  readonly generated: Date;
  /** Wall time so far, in milliseconds. */
  readonly runMs: number;
  readonly plannedTracks: number;
  /** In the order of the run. */
  readonly tracks: readonly TrackMetrics[];
  readonly pages: PageTotals;
  readonly cpuMs: number;
  readonly peakRssBytes: number;
}

/** Turns what was gathered into the document. An empty run gives zeros. */
export function buildDocument(gathered: Gathered): MetricsDocument {
  const { tracks, pages, runMs } = gathered;
  const queries = tracks.flatMap((track) => track.queries);
  return {
    version: METRICS_VERSION,
    generated: gathered.generated.toISOString(),
    session_info: sessionInfo(gathered),
    cache_stats: cacheStats(pages),
    run_stats: runStats(gathered),
    query_metrics: queries,
    page_metrics: [...pages.pages],
    track_metrics: [...tracks],
    aggregate_stats: {
      average_time_per_track: average(
        sumOf(tracks, (track) => track.total_time),
        tracks.length,
      ),
      average_time_per_query: average(
        sumOf(queries, (query) => query.execution_time),
        queries.length,
      ),
      cache_hit_rate: toPercentage(queries.filter((query) => query.cache_hit).length, queries.length),
      match_rate: toPercentage(tracks.filter((track) => track.match_found).length, tracks.length),
    },
    network_analysis: analyseNetwork(queries, pages.networkWallMs, runMs),
  };
}

function sessionInfo({ startTime, runMs, plannedTracks, tracks }: Gathered): MetricsDocument['session_info'] {
  const ended = (status: string) => tracks.filter((track) => track.status === status).length;
  return {
    start_time: startTime.toISOString(),
    end_time: new Date(startTime.getTime() + runMs).toISOString(),
    total_time: toSeconds(runMs),
    total_tracks: tracks.length,
    planned_tracks: plannedTracks,
    matched_tracks: ended('matched'),
    review_tracks: ended('review'),
    unmatched_tracks: ended('unmatched'),
    blocked_tracks: ended('blocked'),
    failed_tracks: ended('failed'),
    skipped_tracks: ended('skipped'),
  };
}

function cacheStats({ pages }: PageTotals): MetricsDocument['cache_stats'] {
  const hits = pages.filter((page) => page.cache_hit).length;
  return { hits, misses: pages.length - hits, hit_rate: toPercentage(hits, pages.length) };
}

function runStats({ settings, pages, runMs, cpuMs, peakRssBytes }: Gathered): MetricsDocument['run_stats'] {
  const requests = pages.requestTimes.length;
  return {
    fetcher: settings.fetcher,
    max_concurrent_tracks: settings.maxConcurrentTracks,
    max_concurrent_requests: settings.maxConcurrentRequests,
    max_in_flight: settings.maxInFlight,
    max_rate: settings.maxRate,
    requests,
    retries: sumOf(pages.pages, (page) => page.retries),
    rate_limited: pages.rateLimited,
    pushback_rate: pages.pushbackRate,
    requests_per_second: average(requests, runMs / 1000),
    most_in_flight: pages.mostInFlight,
    queue_wait_time: toSeconds(sumOf(pages.pages, (page) => page.queue_wait_time) * 1000),
    network_time_percentiles: {
      p50: percentile(pages.requestTimes, 0.5),
      p90: percentile(pages.requestTimes, 0.9),
      p99: percentile(pages.requestTimes, 0.99),
    },
    wire_bytes: sumOf(pages.pages, (page) => page.wire_bytes),
    body_bytes: sumOf(pages.pages, (page) => page.body_bytes),
    cpu_time: toSeconds(cpuMs),
    peak_rss: peakRssBytes,
  };
}
