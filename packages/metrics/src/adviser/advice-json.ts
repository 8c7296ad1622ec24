import type { Advice, Prediction } from './advise.js';

/** The advice for programs: names as in the metrics document, times in seconds, memory in bytes. */
export function adviceJson(advice: Advice): Readonly<Record<string, unknown>> {
  return {
    best: advice.best === null ? null : predictionJson(advice.best),
    limit: advice.limit,
    speed_up: Math.round(advice.speedUp * 100) / 100,
    max_rate: advice.maxRate,
    pushback_rate: advice.pushbackRate,
    recorded_time: advice.recordedTime,
    replayed_time: microseconds(advice.replayedTime),
    grid: advice.grid.map(predictionJson),
  };
}

function predictionJson(one: Prediction): Readonly<Record<string, unknown>> {
  return {
    concurrency: one.concurrency,
    max_rate: one.maxRate,
    total_time: microseconds(one.wallTime),
    requests_per_second: one.requestsPerSecond,
    most_in_flight: one.mostInFlight,
    additional_memory: one.additionalMemory,
  };
}

function microseconds(seconds: number): number {
  return Math.round(seconds * 1_000_000) / 1_000_000;
}
