import type { Observer, RunEvent, TrackResult } from '@cuepoint/core';
import type { MetricsDocument, TrackMetrics } from '../document/metrics-document.js';
import { buildDocument, type RunSettings } from './build-document.js';
import { sumOf, toSeconds } from './numbers.js';
import { OpenQuery } from './open-query.js';
import { PageLog } from './page-log.js';
import { processUsage, type ResourceUsage } from './resource-usage.js';

/** What a collector is made with. */
export interface MetricsCollectorOptions {
  /** The bounds the run works under; written down with what it achieved. */
  readonly settings: RunSettings;
  /** The clock of the events, in milliseconds; asked only when the run has not ended. Default `performance.now`. */
  readonly now?: () => number;
  /** The calendar. Default: the system's. */
  readonly wallClock?: () => Date;
  /** What the process has used so far. Default: this process. */
  readonly usage?: () => ResourceUsage;
}

/** Watches one run and tells what it cost. */
export interface MetricsCollector {
  /** Give it to the run. Takes microseconds an event and keeps under 2 KB a query; never a page or a candidate. */
  readonly observe: Observer;
  /**
   * The metrics of everything done so far; of a run that was stopped, the tracks that ended and every page.
   * Sorts all pages: call it once, at the end.
   */
  document(): MetricsDocument;
}

/** Makes a collector for one run. */
export function createMetricsCollector(options: MetricsCollectorOptions): MetricsCollector {
  const { settings, now = () => performance.now(), wallClock = () => new Date(), usage = processUsage } = options;
  const pages = new PageLog();
  const open = new Map<number, OpenTrack>();
  const done: TrackMetrics[] = [];
  let origin: number | undefined;
  let startTime = wallClock();
  let usedBefore = usage();
  let plannedTracks = 0;
  let end: { readonly at: number; readonly used: ResourceUsage } | undefined;

  const observe = (event: RunEvent): void => {
    // A single track may be processed without a run around it: the first event then starts the clock.
    origin ??= event.at;
    switch (event.type) {
      case 'run-start':
        startTime = wallClock();
        usedBefore = usage();
        plannedTracks = event.total;
        return;
      case 'run-end':
        end = { at: event.at, used: usage() };
        return;
      case 'track-start':
        open.set(event.position.index, { startedAt: event.at, queries: new Map() });
        return;
      case 'query-start':
        open.get(event.position.index)?.queries.set(event.queryIndex, new OpenQuery(event.query, event.at));
        return;
      case 'page':
        pages.add(event.report, origin, event.position.index, event.queryIndex);
        open.get(event.position.index)?.queries.get(event.queryIndex)?.addPage(event.report);
        return;
      case 'query-end':
        open.get(event.position.index)?.queries.get(event.queryIndex)?.end(event.at, event.found, event.scoreMs);
        return;
      case 'track-end': {
        const { index } = event.position;
        const track = open.get(index) ?? { startedAt: event.at, queries: new Map() };
        open.delete(index);
        done.push(trackMetrics(track, event.at, origin, index, event.result));
      }
    }
  };

  return {
    observe,
    document: () => {
      const used = end?.used ?? usage();
      const endedAt = end?.at ?? now();
      return buildDocument({
        settings,
        startTime,
        generated: wallClock(),
        runMs: Math.max(0, endedAt - (origin ?? endedAt)),
        plannedTracks: Math.max(plannedTracks, done.length),
        tracks: done.toSorted((a, b) => a.track_index - b.track_index),
        pages: pages.totals(),
        cpuMs: used.cpuMs - usedBefore.cpuMs,
        peakRssBytes: used.peakRssBytes,
      });
    },
  };
}

interface OpenTrack {
  readonly startedAt: number;
  readonly queries: Map<number, OpenQuery>;
}

function trackMetrics(
  track: OpenTrack,
  endedAt: number,
  origin: number,
  index: number,
  result: TrackResult,
): TrackMetrics {
  const queries = [...track.queries].map(([queryIndex, query]) => {
    // A query that was cut short never ended by itself: it is recorded with its time and no candidates.
    query.end(endedAt, 0, 0);
    return query.metrics(origin, index, queryIndex);
  });
  return {
    track_index: index,
    track_id: result.track.trackId,
    track_title: result.track.name,
    status: result.status,
    total_time: toSeconds(endedAt - track.startedAt),
    started_at: toSeconds(track.startedAt - origin),
    ended_at: toSeconds(endedAt - origin),
    total_queries: queries.length,
    total_candidates: sumOf(queries, (query) => query.candidates_found),
    candidates_evaluated: result.queries.at(-1)?.cumulative ?? 0,
    early_exit: result.earlyExit,
    early_exit_query_index: result.earlyExit ? (queries.at(-1)?.query_index ?? null) : null,
    match_found: result.status === 'matched',
    match_score: result.matchScore,
    queries,
  };
}
