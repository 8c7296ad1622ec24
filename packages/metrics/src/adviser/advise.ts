import { average } from '../collector/numbers.js';
import type { MetricsDocument } from '../document/metrics-document.js';
import { CEILINGS, CONCURRENCIES, GOOD_ENOUGH, SAFE_SHARE } from './defaults.js';
import { findLimit, type Limit } from './find-limit.js';
import { extraMemoryPerRequest } from './memory.js';
import { recordedWork } from './recorded-work.js';
import { type ReplayBounds, replay } from './replay.js';

/** Which settings to predict. Each pair of them costs one replay, about a microsecond for every page and its work. */
export interface AdviseOptions {
  /** Tracks at once. Default 1–20. */
  readonly concurrencies?: readonly number[];
  /** Requests a second, null for unlimited, beside the ceiling of the recording. Default unlimited, 20, 5 and 4. */
  readonly ceilings?: readonly (number | null)[];
}

/** What one pair of settings is predicted to give. */
export interface Prediction {
  /** Tracks at once; 1: the sequential fetcher. */
  readonly concurrency: number;
  /** Requests a second; null for unlimited. */
  readonly maxRate: number | null;
  /** Seconds from the start of the run to its end. */
  readonly wallTime: number;
  readonly requestsPerSecond: number;
  readonly mostInFlight: number;
  /** Bytes beyond those of the recording, estimated from the size of its pages. */
  readonly additionalMemory: number;
}

/** What to set, and what it is expected to give. */
export interface Advice {
  /** By ceiling (that of the recording first), then by concurrency. Nothing at or beyond a rate the site refused. */
  readonly grid: readonly Prediction[];
  /** Wall time of the recording, in seconds. */
  readonly recordedTime: number;
  /** The same, replayed under the recording's own settings: how far the replay may be trusted. */
  readonly replayedTime: number;
  /** The ceiling of the best setting: that of the recording, or a lower one where the site pushed back. */
  readonly maxRate: number | null;
  /** The rate at which the site pushed back while this was recorded; null: it did not. */
  readonly pushbackRate: number | null;
  /** The fewest tracks at once that come within 3 % of the best time; null when there is nothing to replay. */
  readonly best: Prediction | null;
  /** What keeps the best setting from being faster; null when there is none. */
  readonly limit: Limit | null;
  /** Wall time of one at a time over that of the best setting, under the same ceiling; 1 when there is none. */
  readonly speedUp: number;
}

/** Replays a recording under other settings, and says which are best. */
export function advise(document: MetricsDocument, options: AdviseOptions = {}): Advice {
  const { concurrencies = CONCURRENCIES, ceilings = CEILINGS } = options;
  const { run_stats: stats, session_info: session } = document;
  const work = recordedWork(document);
  const perRequest = extraMemoryPerRequest(document);
  const maxRate = safeCeiling(stats.max_rate, stats.pushback_rate);
  const bounds = (concurrency: number, rate: number | null): ReplayBounds => ({
    concurrency,
    maxRate: rate,
    requestsPerTrack: Math.max(1, stats.max_concurrent_requests),
    maxInFlight: Math.max(1, stats.max_in_flight),
  });
  const predict = (concurrency: number, rate: number | null): Prediction => {
    const { wallTime, mostInFlight } = replay(work, bounds(concurrency, rate));
    return {
      concurrency,
      maxRate: rate,
      wallTime,
      mostInFlight,
      requestsPerSecond: average(work.requests, wallTime),
      additionalMemory: Math.round(perRequest * Math.max(0, mostInFlight - stats.most_in_flight)),
    };
  };
  const offered = [...new Set([maxRate, ...ceilings])].filter((rate) => isSafe(rate, maxRate, stats.pushback_rate));
  const grid =
    work.tracks.length === 0 ? [] : offered.flatMap((rate) => concurrencies.map((count) => predict(count, rate)));
  const choices = grid.filter((one) => one.maxRate === maxRate);
  const best = leastConcurrency(choices);
  const recordedConcurrency = stats.most_in_flight <= 1 ? 1 : Math.max(1, stats.max_concurrent_tracks);
  return {
    grid,
    recordedTime: session.total_time,
    replayedTime: replay(work, bounds(recordedConcurrency, stats.max_rate)).wallTime,
    maxRate,
    pushbackRate: stats.pushback_rate,
    best,
    limit: best === null ? null : findLimit(work, bounds(best.concurrency, maxRate), Math.max(...concurrencies)),
    speedUp: best === null || best.wallTime === 0 ? 1 : predict(1, maxRate).wallTime / best.wallTime,
  };
}

/** The ceiling is the user's and the site's; it is never raised, and lowered where it was too much. */
function safeCeiling(recorded: number | null, pushback: number | null): number | null {
  if (pushback === null) return recorded;
  const safe = Math.round(pushback * SAFE_SHARE * 100) / 100;
  return recorded === null ? safe : Math.min(recorded, safe);
}

function isSafe(rate: number | null, safe: number | null, pushback: number | null): boolean {
  if (pushback === null) return true;
  return rate !== null && safe !== null && rate <= Math.max(safe, pushback * SAFE_SHARE);
}

function leastConcurrency(choices: readonly Prediction[]): Prediction | null {
  const fastest = Math.min(...choices.map((one) => one.wallTime));
  const enough = choices.filter((one) => one.wallTime <= fastest * (1 + GOOD_ENOUGH));
  return enough.toSorted((a, b) => a.concurrency - b.concurrency)[0] ?? null;
}
