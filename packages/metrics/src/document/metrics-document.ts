import { z } from 'zod';
import { amount, count, countOrNull, flag, percentage, seconds, text } from './fields.js';
import { pageMetricsSchema, queryMetricsSchema } from './query-metrics.js';

/** Version of the format written here, and the only one read. */
export const METRICS_VERSION = '1.0';

const sessionInfoSchema = z.object({
  start_time: text('Start of the run, ISO 8601 in UTC.'),
  end_time: text('End of the run, ISO 8601 in UTC.'),
  total_time: seconds('Wall time of the run.'),
  total_tracks: count('Tracks that were done.'),
  planned_tracks: count('Tracks the run set out to do; more than total_tracks when it was stopped.'),
  matched_tracks: count('Tracks found in the store.'),
  review_tracks: count('Tracks a person should look at.'),
  unmatched_tracks: count('Tracks the store does not sell.'),
  blocked_tracks: count('Tracks of which the site would not say.'),
  failed_tracks: count('Tracks that could not be asked for.'),
  skipped_tracks: count('Entries with nothing to look for.'),
});

const cacheStatsSchema = z.object({
  hits: count('Pages answered without a request.'),
  misses: count('Pages that cost at least one request.'),
  hit_rate: percentage('Hits among all pages.'),
});

const runStatsSchema = z.object({
  fetcher: text('Name of the fetcher.'),
  max_concurrent_tracks: count('Setting: tracks worked on at once.'),
  max_concurrent_requests: count('Setting: requests at once for one track.'),
  max_in_flight: count('Setting: requests at once over the whole run.'),
  max_rate: z
    .number()
    .positive()
    .nullable()
    .default(null)
    .describe('Setting: requests a second and host; null: unlimited.'),
  requests: count('Requests sent, attempts counted one by one.'),
  retries: count('Requests sent beyond the first of each page.'),
  rate_limited: count('Requests the site answered with "too fast", all of them repeated or given up.'),
  pushback_rate: z
    .number()
    .positive()
    .nullable()
    .default(null)
    .describe('Requests a second at which the site first pushed back; null: it never did.'),
  requests_per_second: amount('Requests over the wall time of the run.'),
  most_in_flight: count('Most requests that were under way at the same moment.'),
  queue_wait_time: seconds('Sum of all waits for a place in flight, for the rate and between attempts.'),
  network_time_percentiles: z
    .object({
      p50: seconds('Half of all requests took no longer.'),
      p90: seconds('Nine in ten took no longer.'),
      p99: seconds('Ninety-nine in a hundred took no longer.'),
    })
    .prefault({}),
  wire_bytes: count('Bytes of all bodies as they came over the wire.'),
  body_bytes: count('Bytes of all bodies after decompression.'),
  cpu_time: seconds('User and system time of the process during the run.'),
  peak_rss: count('Largest resident memory of the process so far, in bytes.'),
});

const trackMetricsSchema = z.object({
  track_index: count('Position in the run, from 0.'),
  track_id: text('TrackID of the library.'),
  track_title: text("The library's own title."),
  status: text('matched, review, unmatched, blocked, failed or skipped.'),
  total_time: seconds('Wall time from its start to its result, waits included.'),
  started_at: seconds('When it began, from the start of the run.'),
  ended_at: seconds('When it was done, from the start of the run.'),
  total_queries: count('Queries asked.'),
  total_candidates: count('Candidates its queries gave, repeats included.'),
  candidates_evaluated: count('Different candidates compared with it.'),
  early_exit: flag('It ended early because the answer was certain.'),
  early_exit_query_index: countOrNull('The query after which it ended early, from 0; null when it did not.'),
  match_found: flag('Its status is matched.'),
  match_score: percentage('Score of its best candidate.'),
  queries: z.array(queryMetricsSchema).default([]).describe('Its part of query_metrics.'),
});

const aggregateStatsSchema = z.object({
  average_time_per_track: seconds('Mean total_time of the tracks.'),
  average_time_per_query: seconds('Mean execution_time of the queries.'),
  cache_hit_rate: percentage('Queries answered without a single request, among all queries.'),
  match_rate: percentage('Matched tracks among total_tracks.'),
});

const typeNetworkTimeSchema = z.object({
  total_network_time: seconds('Sum over the queries of this type.'),
  total_execution_time: seconds('Sum over the queries of this type.'),
  average_network_time: seconds('Mean over the queries of this type.'),
  network_time_percentage: percentage('Network time of execution time.'),
  count: count('Queries of this type.'),
});

const networkAnalysisSchema = z.object({
  total_network_time: seconds('Sum over all queries.'),
  total_execution_time: seconds('Sum over all queries.'),
  network_time_percentage: percentage('Sum over sum, so that it stays a share when requests overlap.'),
  average_network_time_per_query: seconds('Mean over all queries.'),
  network_time_by_query_type: z.record(z.string(), typeNetworkTimeSchema).default({}).describe('By query_type.'),
  network_wall_time: seconds('Time during which at least one request was under way.'),
  network_wall_percentage: percentage('network_wall_time of the wall time of the run.'),
});

/**
 * The metrics of one run. The one definition of the format: the type, the check on reading and the published
 * JSON Schema all come from here. The fields without a zero are what a metrics document is recognised by.
 */
export const metricsDocumentSchema = z.object({
  version: z.literal(METRICS_VERSION).describe('Version of this format.'),
  generated: z.string().describe('When the document was made, ISO 8601 in UTC.'),
  session_info: sessionInfoSchema,
  cache_stats: cacheStatsSchema.prefault({}),
  run_stats: runStatsSchema.prefault({}),
  query_metrics: z.array(queryMetricsSchema).describe('Every query of every track done, in the order of the run.'),
  page_metrics: z.array(pageMetricsSchema).default([]).describe('Every page, in the order in which they began.'),
  track_metrics: z.array(trackMetricsSchema).describe('Every track done, in the order of the run.'),
  aggregate_stats: aggregateStatsSchema.prefault({}),
  network_analysis: networkAnalysisSchema.prefault({}),
});

/** The metrics of one run: times in seconds, percentages 0–100. */
export type MetricsDocument = Readonly<z.infer<typeof metricsDocumentSchema>>;

/** What one track cost and how it ended. */
export type TrackMetrics = Readonly<z.infer<typeof trackMetricsSchema>>;

/** Network time of the queries of a run. */
export type NetworkAnalysis = Readonly<z.infer<typeof networkAnalysisSchema>>;

/** Network time of the queries of one type. */
export type TypeNetworkTime = Readonly<z.infer<typeof typeNetworkTimeSchema>>;
