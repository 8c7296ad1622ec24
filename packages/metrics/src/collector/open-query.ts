import type { CatalogQuery, PageReport } from '@cuepoint/core';
import type { QueryMetrics } from '../document/query-metrics.js';
import { toSeconds } from './numbers.js';

/** One query while its pages come in. All times in milliseconds on the monotonic clock. */
export class OpenQuery {
  readonly #query: CatalogQuery;
  readonly #startedAt: number;
  /** When it ended, and after that when its last late page did. */
  #endedAt: number | undefined;
  #found = 0;
  #scoreMs = 0;
  #wallMs = 0;
  #networkMs = 0;
  #parseMs = 0;
  #queueWaitMs = 0;
  #pages = 0;
  #cacheHits = 0;
  #attempts = 0;
  #retries = 0;
  #wireBytes = 0;
  #bodyBytes = 0;
  #status = 'none';
  #httpStatus: number | null = null;

  constructor(query: CatalogQuery, startedAt: number) {
    this.#query = query;
    this.#startedAt = startedAt;
  }

  /** Adds one page to its cost. */
  addPage(report: PageReport): void {
    if (this.#pages === 0) {
      this.#status = report.outcome;
      this.#httpStatus = report.status ?? null;
    }
    this.#pages += 1;
    this.#cacheHits += report.cacheHit ? 1 : 0;
    this.#networkMs += report.networkMs;
    this.#parseMs += report.parseMs;
    this.#queueWaitMs += report.queueWaitMs;
    this.#attempts += report.attempts.length;
    this.#retries += Math.max(0, report.attempts.length - 1);
    this.#wireBytes += report.wireBytes;
    this.#bodyBytes += report.bodyBytes;
    if (this.#endedAt !== undefined) {
      // The page of the winner is fetched after its query has ended, and is still work for that query.
      this.#wallMs += Math.max(0, report.endedAt - report.startedAt);
      this.#endedAt = Math.max(this.#endedAt, report.endedAt);
    }
  }

  /** Its answer has been scored, or it has failed. Only the first call counts. */
  end(at: number, found: number, scoreMs: number): void {
    if (this.#endedAt !== undefined) return;
    this.#endedAt = at;
    this.#wallMs = Math.max(0, at - this.#startedAt);
    this.#found = found;
    this.#scoreMs = scoreMs;
  }

  /** What it cost, offsets counted from `origin`. Call after `end`. */
  metrics(origin: number, trackIndex: number, queryIndex: number): QueryMetrics {
    const work = this.#networkMs + this.#parseMs + this.#scoreMs;
    return {
      track_index: trackIndex,
      query_index: queryIndex,
      query_text: this.#query.text,
      query_type: this.#query.type,
      execution_time: toSeconds(Math.max(this.#wallMs - this.#queueWaitMs, work)),
      score_time: toSeconds(this.#scoreMs),
      candidates_found: this.#found,
      cache_hit: this.#pages > 0 && this.#cacheHits === this.#pages,
      queue_wait_time: toSeconds(this.#queueWaitMs),
      network_time: toSeconds(this.#networkMs),
      parse_time: toSeconds(this.#parseMs),
      attempts: this.#attempts,
      retries: this.#retries,
      status: this.#status,
      http_status: this.#httpStatus,
      wire_bytes: this.#wireBytes,
      body_bytes: this.#bodyBytes,
      started_at: toSeconds(this.#startedAt - origin),
      ended_at: toSeconds((this.#endedAt ?? this.#startedAt) - origin),
    };
  }
}
