import type { PageReport } from '@cuepoint/core';
import type { PageMetrics } from '../document/query-metrics.js';
import { type Interval, measureOverlap } from './intervals.js';
import { toSeconds } from './numbers.js';
import { pushbackRate } from './pushback.js';

/** Everything the pages of a run add up to. */
export interface PageTotals {
  /** In the order in which they began. */
  readonly pages: readonly PageMetrics[];
  /** Seconds of every single request, ascending. */
  readonly requestTimes: readonly number[];
  readonly mostInFlight: number;
  /** Milliseconds during which at least one request was under way. */
  readonly networkWallMs: number;
  /** Requests the site answered with "too fast". */
  readonly rateLimited: number;
  /** Requests a second at which it first did; null when it never did. */
  readonly pushbackRate: number | null;
}

/** Keeps what is needed of every page of a run: a few numbers each, and never its URL or body. */
export class PageLog {
  readonly #pages: { readonly metrics: PageMetrics; readonly firstAttempt: number }[] = [];
  readonly #attempts: (Interval & { readonly rateLimited: boolean })[] = [];

  /** Adds one page, offsets counted from `origin`. */
  add(report: PageReport, origin: number, trackIndex: number, queryIndex: number): void {
    this.#pages.push({
      firstAttempt: this.#attempts.length,
      metrics: {
        track_index: trackIndex,
        query_index: queryIndex,
        kind: report.kind,
        error_code: report.errorCode ?? null,
        in_flight: 0,
        cache_hit: report.cacheHit,
        queue_wait_time: toSeconds(report.queueWaitMs),
        network_time: toSeconds(report.networkMs),
        parse_time: toSeconds(report.parseMs),
        attempts: report.attempts.length,
        retries: Math.max(0, report.attempts.length - 1),
        status: report.outcome,
        http_status: report.status ?? null,
        wire_bytes: report.wireBytes,
        body_bytes: report.bodyBytes,
        started_at: toSeconds(report.startedAt - origin),
        ended_at: toSeconds(report.endedAt - origin),
      },
    });
    for (const { startedAt, networkMs, outcome } of report.attempts) {
      this.#attempts.push({ start: startedAt, end: startedAt + networkMs, rateLimited: outcome === 'rate-limited' });
    }
  }

  /** The sums so far. */
  totals(): PageTotals {
    const { unionMs, mostAtOnce, openAtStart } = measureOverlap(this.#attempts);
    const pages = this.#pages.map(({ metrics, firstAttempt }) => ({
      ...metrics,
      in_flight: metrics.attempts === 0 ? 0 : (openAtStart[firstAttempt] ?? 0),
    }));
    return {
      pages: pages.sort((a, b) => a.started_at - b.started_at),
      requestTimes: this.#attempts.map(({ start, end }) => toSeconds(end - start)).sort((a, b) => a - b),
      mostInFlight: mostAtOnce,
      networkWallMs: unionMs,
      rateLimited: this.#attempts.filter(({ rateLimited }) => rateLimited).length,
      pushbackRate: pushbackRate(this.#attempts.map(({ start, rateLimited }) => ({ startedAt: start, rateLimited }))),
    };
  }
}
