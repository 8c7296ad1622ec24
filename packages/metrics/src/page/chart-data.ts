import { sumOf } from '../collector/numbers.js';
import type { MetricsDocument } from '../document/metrics-document.js';
import type { PageMetrics } from '../document/query-metrics.js';

/** A bar: its name and its length, and how the length reads. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly words: string;
}

/**
 * Requests in flight in equal stretches of a run, the most in each. A page's request counts from the end of its wait
 * for as long as its network time; where attempts were repeated this is close and not exact.
 *
 * @param stretches How many.
 */
export function inFlightOverTime({ page_metrics: pages, session_info }: MetricsDocument, stretches: number): number[] {
  const most = new Array<number>(stretches).fill(0);
  const width = session_info.total_time / stretches;
  if (!(width > 0)) return most;
  const changes = pages
    .filter((page) => page.attempts > 0)
    .flatMap((page) => {
      const start = page.started_at + page.queue_wait_time;
      return [
        { at: start, by: 1 },
        { at: start + page.network_time, by: -1 },
      ];
    })
    // At the same moment, one ends before another begins: they do not overlap.
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let open = 0;
  let reached = 0;
  for (const { at, by } of changes) {
    const stretch = Math.min(stretches - 1, Math.floor(at / width));
    for (; reached < stretch; reached += 1) most[reached + 1] = open;
    open += by;
    most[stretch] = Math.max(most[stretch] ?? 0, open);
  }
  return most;
}

/** Where the time of all queries went, in seconds, their waits included. */
export function whereTheTimeGoes({ query_metrics: queries }: MetricsDocument): readonly Bar[] {
  const waits = sumOf(queries, (query) => query.queue_wait_time);
  const network = sumOf(queries, (query) => query.network_time);
  const parse = sumOf(queries, (query) => query.parse_time);
  const score = sumOf(queries, (query) => query.score_time);
  const execution = sumOf(queries, (query) => query.execution_time);
  const parts: readonly (readonly [string, number])[] = [
    ['waiting for a turn', waits],
    ['network', network],
    ['reading pages', parse],
    ['scoring', score],
    ['other', Math.max(0, execution - network - parse - score)],
  ];
  const whole = sumOf(parts, ([, value]) => value);
  return parts.map(([name, value]) => ({
    name,
    value,
    words: `${value.toFixed(2)} s, ${whole === 0 ? 0 : Math.round((100 * value) / whole)} %`,
  }));
}

/** How many requests took how long, in equal classes from 0 to the slowest. */
export function latencyClasses({ page_metrics: pages }: MetricsDocument, classes: number): readonly Bar[] {
  const times = pages.filter((page) => page.attempts > 0).map(perAttempt);
  const slowest = times.reduce((most, time) => Math.max(most, time), 0);
  if (slowest === 0) return [];
  const counts = new Array<number>(classes).fill(0);
  for (const time of times) {
    const index = Math.min(classes - 1, Math.floor((time / slowest) * classes));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const edge = (index: number) => Math.round((1000 * slowest * index) / classes);
  return counts.map((value, index) => ({
    name: `${edge(index)}–${edge(index + 1)} ms`,
    value,
    words: String(value),
  }));
}

/** The tracks that took longest, slowest first. */
export function slowestTracks({ track_metrics: tracks }: MetricsDocument, most: number): readonly Bar[] {
  return tracks
    .toSorted((a, b) => b.total_time - a.total_time)
    .slice(0, most)
    .map((track) => ({
      name: track.track_title,
      value: track.total_time,
      words: `${track.total_time.toFixed(2)} s, ${track.total_queries} ${track.total_queries === 1 ? 'query' : 'queries'}`,
    }));
}

function perAttempt(page: PageMetrics): number {
  return page.network_time / page.attempts;
}
