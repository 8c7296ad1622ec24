import type { ReportFormat } from '../rendering/report-format.js';
import { reportMarkdown } from '../rendering/report-markdown.js';
import { reportText } from '../rendering/report-text.js';
import type { ComparedRun, RunComparison } from './compare-runs.js';
import { comparisonReport } from './comparison-report.js';

/** The comparison as a text without a line break at its end. */
export function renderComparison(comparison: RunComparison, format: ReportFormat): string {
  switch (format) {
    case 'text':
      return reportText(comparisonReport(comparison));
    case 'markdown':
      return reportMarkdown(comparisonReport(comparison));
    case 'json':
      return JSON.stringify(comparisonJson(comparison), null, 2);
  }
}

/** Names as in the metrics document, times in seconds, percentages 0–100. */
function comparisonJson({ a, b, improvement, speedUp, cautions }: RunComparison): Readonly<Record<string, unknown>> {
  return { improvement_percentage: improvement, speed_up: speedUp, cautions, a: runJson(a), b: runJson(b) };
}

function runJson(run: ComparedRun): Readonly<Record<string, unknown>> {
  return {
    fetcher: run.fetcher,
    total_tracks: run.tracks,
    matched_tracks: run.matched,
    total_time: run.totalTime,
    wall_time_per_track: run.wallTimePerTrack,
    requests: run.requests,
    retries: run.retries,
    requests_per_second: run.requestsPerSecond,
    cache_hit_rate: run.cacheHitRate,
    total_network_time: run.networkTime,
    network_time_percentage: run.networkTimePercentage,
    network_time_p50: run.medianNetworkTime,
    cpu_time: run.cpuTime,
    peak_rss: run.peakRss,
    concurrency: {
      max_concurrent_tracks: run.concurrency.maxConcurrentTracks,
      max_concurrent_requests: run.concurrency.maxConcurrentRequests,
      max_in_flight: run.concurrency.maxInFlight,
      max_rate: run.concurrency.maxRate,
      most_in_flight: run.concurrency.mostInFlight,
      average_in_flight: run.concurrency.averageInFlight,
      queue_wait_time: run.concurrency.queueWaitTime,
    },
  };
}
