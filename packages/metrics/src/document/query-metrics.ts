import { z } from 'zod';
import { count, countOrNull, flag, seconds, text } from './fields.js';

/** What asking cost, whether it is one page or all pages of one query. */
const cost = {
  cache_hit: flag('Answered without a single request.'),
  queue_wait_time: seconds('Waited for a place in flight, for the rate and between attempts.'),
  network_time: seconds('Sum over all attempts, from sending to the last byte.'),
  parse_time: seconds('Reading the pages.'),
  attempts: count('Requests sent; 0 when all came from the cache.'),
  retries: count('Requests sent beyond the first of each page.'),
  status: text('What the answer meant: ok, empty, not-found, rate-limited, blocked, …; error when none came.'),
  http_status: countOrNull('HTTP status of the last attempt; null when no answer came.'),
  wire_bytes: count('Bytes of the bodies as they came over the wire.'),
  body_bytes: count('Bytes of the bodies after decompression.'),
  started_at: seconds('When it began, from the start of the run.'),
  ended_at: seconds('When it was done, from the start of the run.'),
};

/** Which track and query of the run something belongs to. */
const place = {
  track_index: count('Position of the track in the run, from 0.'),
  query_index: count('Position of the query among those of its track, from 0.'),
};

/** What one query of one track cost and gave. `status` and `http_status` are those of its first page, the search. */
export const queryMetricsSchema = z.object({
  ...place,
  query_text: text('The words, as asked.'),
  query_type: text('By the query plan: identifier, isrc, priority, remix, title_only, artist_only, file_name.'),
  execution_time: seconds(
    'Time spent on it without its queue wait: its wall time less the wait, or, when its pages overlapped and this ' +
      'would be less than their work, the sum of network, parse and score time.',
  ),
  score_time: seconds('Comparing and scoring what it gave.'),
  candidates_found: count('Candidates it gave; 0 when it failed.'),
  ...cost,
});

/** What one page cost; the parts of which a query is the sum, and what a replay of the run needs. */
export const pageMetricsSchema = z.object({
  ...place,
  kind: text('search, track or api.'),
  error_code: z.string().nullable().default(null).describe('Code of the transport error, when status is error.'),
  in_flight: count('Requests in flight when its first was sent, itself included; 0 when it came from the cache.'),
  ...cost,
});

/** What one query of one track cost and gave. */
export type QueryMetrics = Readonly<z.infer<typeof queryMetricsSchema>>;

/** What one page cost. */
export type PageMetrics = Readonly<z.infer<typeof pageMetricsSchema>>;
