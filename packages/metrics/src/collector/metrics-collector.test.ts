import type { RunEvent } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { attempt, page, position, query, quietCollector, result } from '../../test-support/run-events.js';
import { metricsDocumentSchema } from '../document/metrics-document.js';
import { createMetricsCollector } from './metrics-collector.js';

/** What the collector says after these events. */
function documentOf(events: readonly RunEvent[], now?: number) {
  const collector = quietCollector(now);
  for (const event of events) collector.observe(event);
  return collector.document();
}

/** Events of one track with one query and its page; the run around it from 1000 ms to 2000 ms. */
function oneQueryRun(report = page(1100, 300, { queueWaitMs: 0, parseMs: 20 }), found = 8): RunEvent[] {
  const at = position(0);
  const asked = query('Somebody Title');
  return [
    { type: 'run-start', at: 1000, total: 1 },
    { type: 'track-start', at: 1000, position: at },
    { type: 'query-start', at: 1100, position: at, queryIndex: 0, query: asked },
    { type: 'page', at: 1450, position: at, queryIndex: 0, report },
    { type: 'query-end', at: 1500, position: at, queryIndex: 0, query: asked, found, scoreMs: 30 },
    { type: 'track-end', at: 1500, position: at, result: result(0, { earlyExit: true }) },
    { type: 'run-end', at: 2000 },
  ];
}

describe('a run', () => {
  it('tells what one query cost', () => {
    const document = documentOf(oneQueryRun());
    expect(document.query_metrics).toEqual([
      {
        track_index: 0,
        query_index: 0,
        query_text: 'Somebody Title',
        query_type: 'priority',
        execution_time: 0.4,
        score_time: 0.03,
        candidates_found: 8,
        cache_hit: false,
        queue_wait_time: 0,
        network_time: 0.3,
        parse_time: 0.02,
        attempts: 1,
        retries: 0,
        status: 'ok',
        http_status: 200,
        wire_bytes: 1000,
        body_bytes: 5000,
        started_at: 0.1,
        ended_at: 0.5,
      },
    ]);
    expect(document.track_metrics[0]).toMatchObject({
      track_id: '100',
      track_title: 'Title 100',
      total_time: 0.5,
      total_queries: 1,
      total_candidates: 8,
      early_exit: true,
      early_exit_query_index: 0,
      match_found: true,
      match_score: 97.5,
      queries: document.query_metrics,
    });
  });

  it('tells what the whole run cost', () => {
    const document = documentOf(oneQueryRun());
    expect(document.session_info).toMatchObject({
      start_time: '2026-11-20T10:00:00.000Z',
      end_time: '2026-11-20T10:00:01.000Z',
      total_time: 1,
      total_tracks: 1,
      matched_tracks: 1,
      unmatched_tracks: 0,
    });
    expect(document.network_analysis).toEqual({
      total_network_time: 0.3,
      total_execution_time: 0.4,
      network_time_percentage: 75,
      average_network_time_per_query: 0.3,
      network_time_by_query_type: {
        priority: {
          total_network_time: 0.3,
          total_execution_time: 0.4,
          average_network_time: 0.3,
          network_time_percentage: 75,
          count: 1,
        },
      },
      network_wall_time: 0.3,
      network_wall_percentage: 30,
    });
    expect(document.run_stats).toMatchObject({
      fetcher: 'async',
      max_rate: null,
      requests: 1,
      requests_per_second: 1,
      most_in_flight: 1,
      network_time_percentiles: { p50: 0.3, p90: 0.3, p99: 0.3 },
      peak_rss: 1_000_000,
    });
  });

  it('measures processor time from the start of the run to its end', () => {
    const cpu = [100, 400, 1900];
    const collector = createMetricsCollector({
      settings: { fetcher: 'sync', maxConcurrentTracks: 1, maxConcurrentRequests: 1, maxInFlight: 1, maxRate: 4 },
      usage: () => ({ cpuMs: cpu.shift() ?? Number.NaN, peakRssBytes: 5 }),
    });
    collector.observe({ type: 'run-start', at: 0, total: 0 });
    collector.observe({ type: 'run-end', at: 10 });
    expect(collector.document().run_stats).toMatchObject({ cpu_time: 1.5, max_rate: 4 });
  });

  it('is all zeros when it is empty', () => {
    const document = documentOf([]);
    expect(metricsDocumentSchema.parse(document)).toEqual(document);
    expect(document.query_metrics).toEqual([]);
    expect(document.aggregate_stats).toEqual({
      average_time_per_track: 0,
      average_time_per_query: 0,
      cache_hit_rate: 0,
      match_rate: 0,
    });
    expect(document.network_analysis).toMatchObject({ network_time_percentage: 0, network_time_by_query_type: {} });
  });
});

describe('the time of a query', () => {
  it('leaves out the wait for its turn', () => {
    const [measured] = documentOf(oneQueryRun(page(1100, 200, { queueWaitMs: 150 }))).query_metrics;
    expect(measured).toMatchObject({ queue_wait_time: 0.15, execution_time: 0.25, network_time: 0.2 });
  });

  it('is the sum of its work when its pages overlap, so that network time stays a share of it', () => {
    const events = oneQueryRun(page(1100, 300));
    const detail: RunEvent[] = [1, 2, 3].map((id) => ({
      type: 'page',
      at: 1500,
      position: position(0),
      queryIndex: 0,
      report: page(1400, 100, { kind: 'track', url: `https://store.example/track/${id}` }),
    }));
    const document = documentOf([...events.slice(0, 4), ...detail, ...events.slice(4)]);
    expect(document.query_metrics[0]).toMatchObject({ network_time: 0.6, execution_time: 0.63, attempts: 4 });
    expect(document.network_analysis.network_wall_time).toBe(0.4);
    expect(document.run_stats.most_in_flight).toBe(3);
    expect(document.page_metrics.map((one) => one.in_flight)).toEqual([1, 1, 2, 3]);
  });

  it('includes a page fetched after it ended', () => {
    const events = oneQueryRun();
    const late: RunEvent = {
      type: 'page',
      at: 1800,
      position: position(0),
      queryIndex: 0,
      report: page(1600, 200, { kind: 'track' }),
    };
    const [measured] = documentOf([...events.slice(0, 5), late, ...events.slice(5)]).query_metrics;
    expect(measured).toMatchObject({ execution_time: 0.6, network_time: 0.5, ended_at: 0.8, candidates_found: 8 });
  });
});

describe('what a query says of itself', () => {
  it('counts retries and keeps the outcome of a failure', () => {
    const report = page(1100, 300, {
      outcome: 'error',
      errorCode: 'FETCH_TIMEOUT',
      attempts: [attempt(1100, 100), attempt(1200, 100), attempt(1300, 100)],
    });
    const { status: _, ...unanswered } = report;
    const document = documentOf(oneQueryRun(unanswered, 0));
    expect(document.query_metrics[0]).toMatchObject({
      status: 'error',
      http_status: null,
      attempts: 3,
      retries: 2,
      candidates_found: 0,
      network_time: 0.3,
    });
    expect(document.page_metrics[0]).toMatchObject({ error_code: 'FETCH_TIMEOUT' });
    expect(document.run_stats).toMatchObject({ requests: 3, retries: 2 });
  });

  it('is a cache hit when no page of it cost a request', () => {
    const document = documentOf(oneQueryRun(page(1100, 0, { cacheHit: true, attempts: [], wireBytes: 0 })));
    expect(document.query_metrics[0]).toMatchObject({ cache_hit: true, attempts: 0, network_time: 0 });
    expect(document.aggregate_stats.cache_hit_rate).toBe(100);
    expect(document.cache_stats).toEqual({ hits: 1, misses: 0, hit_rate: 100 });
    expect(document.page_metrics[0]?.in_flight).toBe(0);
  });

  it('is recorded with its time when its track ended before it did', () => {
    const events = oneQueryRun().filter((event) => event.type !== 'query-end' && event.type !== 'page');
    expect(documentOf(events).query_metrics[0]).toMatchObject({
      status: 'none',
      candidates_found: 0,
      execution_time: 0.4,
      cache_hit: false,
    });
  });
});

describe('a run that was stopped', () => {
  it('holds the tracks that ended, every request, and the time so far', () => {
    const events = oneQueryRun().filter((event) => event.type !== 'track-end' && event.type !== 'run-end');
    const document = documentOf(events, 4000);
    expect(document.session_info).toMatchObject({ total_tracks: 0, planned_tracks: 1, total_time: 3 });
    expect(document.run_stats.requests).toBe(1);
    expect(document.track_metrics).toEqual([]);
  });
});

describe('tracks that ended out of order', () => {
  it('are told in the order of the run, by what became of them', () => {
    const statuses = ['review', 'blocked', 'matched', 'failed', 'skipped', 'unmatched'] as const;
    const ended = statuses
      .map((status, index): RunEvent[] => [
        { type: 'track-start', at: 0, position: position(index) },
        { type: 'track-end', at: 10 - index, position: position(index), result: result(index, { status }) },
      ])
      .toReversed()
      .flat();
    const document = documentOf(ended);
    expect(document.track_metrics.map((one) => one.status)).toEqual(statuses);
    expect(document.session_info).toMatchObject({
      total_tracks: 6,
      matched_tracks: 1,
      review_tracks: 1,
      unmatched_tracks: 1,
      blocked_tracks: 1,
      failed_tracks: 1,
      skipped_tracks: 1,
    });
    expect(document.aggregate_stats.match_rate).toBe(16.67);
  });
});
