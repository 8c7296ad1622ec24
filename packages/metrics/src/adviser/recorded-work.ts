import { sumOf } from '../collector/numbers.js';
import type { MetricsDocument, TrackMetrics } from '../document/metrics-document.js';
import type { PageMetrics } from '../document/query-metrics.js';

/** One page as it was recorded. All times in seconds. */
export interface RecordedPage {
  /** Network time of each of its requests, all alike, without the work of the client; empty when it was in the cache. */
  readonly requests: readonly number[];
  /** Waits between its requests. */
  readonly pauses: number;
  /** What the processor then does: the client's share, and reading the page. */
  readonly work: number;
}

/** One query: its first page, then all others, then the scoring. */
export interface RecordedQuery {
  readonly first: RecordedPage;
  readonly others: readonly RecordedPage[];
  readonly scoring: number;
}

/** One track: its queries one after the other, then what is left to do. */
export interface RecordedTrack {
  readonly queries: readonly RecordedQuery[];
  readonly rest: number;
}

/** A run, taken apart for its replay. All times in seconds. */
export interface RecordedWork {
  readonly tracks: readonly RecordedTrack[];
  /** Before the first track began and after the last one ended. */
  readonly around: number;
  readonly requests: number;
}

/** The longest pause after the first, and after any further failed attempt: what the retry policy waits at most. */
const PAUSES = [1, 2] as const;

/** Of the processor time that no figure accounts for, how much the fetching thread spends; the rest is helper threads. */
const FETCHING_SHARE = 0.5;

/**
 * Takes a recording apart. What lies between the recorded parts of a sequential run (its queries, pages and tracks) is
 * work of the processor; in a concurrent one it is mostly other tracks' turns, so only as much counts as the processor
 * was busy at all.
 */
export function recordedWork(document: MetricsDocument): RecordedWork {
  const tracks = document.track_metrics;
  const pagesOf = pagesByTrack(document.page_metrics);
  const between = timeBetween(document);
  const perRequest = clientWork(document, between);
  return {
    tracks: tracks.map((track) =>
      recordedTrack(track, pagesOf.get(track.track_index) ?? [], perRequest, between / Math.max(1, tracks.length)),
    ),
    around: timeAround(document),
    requests: sumOf(document.page_metrics, (page) => page.attempts),
  };
}

function pagesByTrack(pages: readonly PageMetrics[]): ReadonlyMap<number, readonly PageMetrics[]> {
  const byTrack = new Map<number, PageMetrics[]>();
  for (const page of pages) {
    const own = byTrack.get(page.track_index);
    if (own === undefined) byTrack.set(page.track_index, [page]);
    else own.push(page);
  }
  return byTrack;
}

function recordedTrack(
  track: TrackMetrics,
  pages: readonly PageMetrics[],
  perRequest: number,
  rest: number,
): RecordedTrack {
  return {
    rest,
    queries: track.queries.flatMap((query) => {
      const own = pages.filter((page) => page.query_index === query.query_index);
      const [first, ...others] = own.map((page) => recordedPage(page, perRequest));
      return first === undefined ? [] : [{ first, others, scoring: query.score_time }];
    }),
  };
}

function recordedPage(page: PageMetrics, perRequest: number): RecordedPage {
  const each = page.attempts === 0 ? 0 : page.network_time / page.attempts;
  const client = Math.min(perRequest, each / 2);
  const longest = Array.from({ length: page.retries }, (_, nth) => PAUSES[nth] ?? PAUSES[1]);
  return {
    requests: new Array<number>(page.attempts).fill(each - client),
    pauses: Math.min(
      page.queue_wait_time,
      sumOf(longest, (pause) => pause),
    ),
    work: page.parse_time + page.attempts * client,
  };
}

/** Seconds between the recorded parts of all tracks, taken together. */
function timeBetween(document: MetricsDocument): number {
  const { run_stats: stats, page_metrics: pages } = document;
  const waited = sumOf(pages, (page) => page.network_time + page.queue_wait_time);
  const busy = knownWork(document);
  if (stats.most_in_flight > 1) return Math.max(0, (stats.cpu_time - busy) * FETCHING_SHARE);
  return Math.max(0, document.session_info.total_time - timeAround(document) - waited - busy);
}

/** Seconds of processor time that the client spends within the network time of one request. */
function clientWork(document: MetricsDocument, between: number): number {
  const { requests, cpu_time, most_in_flight } = document.run_stats;
  if (requests === 0 || most_in_flight > 1) return 0;
  return (Math.max(0, cpu_time - knownWork(document) - between) * FETCHING_SHARE) / requests;
}

function knownWork({ page_metrics, query_metrics }: MetricsDocument): number {
  return sumOf(page_metrics, (page) => page.parse_time) + sumOf(query_metrics, (query) => query.score_time);
}

function timeAround({ session_info: session, track_metrics: tracks }: MetricsDocument): number {
  const begin = tracks.reduce((least, track) => Math.min(least, track.started_at), Number.POSITIVE_INFINITY);
  const end = tracks.reduce((most, track) => Math.max(most, track.ended_at), 0);
  return tracks.length === 0 ? 0 : Math.max(0, session.total_time - (end - begin));
}
