import { percentWords, secondsWords } from '../rendering/figures.js';
import type { Report } from '../rendering/report.js';
import type { ComparedRun, RunComparison } from './compare-runs.js';

/** A row of figures: its name and how one run's cell reads. */
type Row = readonly [name: string, cell: (run: ComparedRun) => string];

const COST: readonly Row[] = [
  ['tracks', (run) => String(run.tracks)],
  ['matched', (run) => String(run.matched)],
  ['wall time', (run) => secondsWords(run.totalTime)],
  ['wall time per track', (run) => secondsWords(run.wallTimePerTrack)],
  ['requests', (run) => String(run.requests)],
  ['of these, retries', (run) => String(run.retries)],
  ['cache hit rate', (run) => percentWords(run.cacheHitRate)],
  ['network time, all queries', (run) => secondsWords(run.networkTime)],
  ['network of execution time', (run) => percentWords(run.networkTimePercentage)],
  ['median request', (run) => secondsWords(run.medianNetworkTime)],
  ['CPU time', (run) => secondsWords(run.cpuTime)],
  ['largest memory', (run) => `${Math.round(run.peakRss / 1_000_000)} MB`],
];

const CONCURRENCY: readonly Row[] = [
  ['tracks at once, setting', (run) => String(run.concurrency.maxConcurrentTracks)],
  ['requests at once per track, setting', (run) => String(run.concurrency.maxConcurrentRequests)],
  ['requests in flight, setting', (run) => String(run.concurrency.maxInFlight)],
  ['rate ceiling', (run) => (run.concurrency.maxRate === null ? 'none' : `${run.concurrency.maxRate}/s`)],
  ['rate achieved', (run) => `${run.requestsPerSecond.toFixed(1)}/s`],
  ['most requests in flight', (run) => String(run.concurrency.mostInFlight)],
  ['average in flight', (run) => run.concurrency.averageInFlight.toFixed(1)],
  ['queue wait, all pages', (run) => secondsWords(run.concurrency.queueWaitTime)],
];

/** The comparison as a report for people. */
export function comparisonReport(comparison: RunComparison): Report {
  const { a, b, cautions } = comparison;
  const head = ['', `A (${a.fetcher})`, `B (${b.fetcher})`];
  const rows = (of: readonly Row[]) => of.map(([name, cell]) => [name, cell(a), cell(b)]);
  return {
    title: `A (${a.fetcher}) against B (${b.fetcher})`,
    sections: [
      { title: 'Result', words: [verdict(comparison), ...cautions.map((caution) => `Caution: ${caution}`)] },
      { title: 'Cost', table: { head, rows: rows(COST) } },
      { title: 'Concurrency', table: { head, rows: rows(CONCURRENCY) } },
    ],
  };
}

function verdict({ a, b, improvement, speedUp }: RunComparison): string {
  if (improvement === null || speedUp === null)
    return 'Insufficient data: a run without any time compares with nothing.';
  const times = `${secondsWords(a.totalTime)} and ${secondsWords(b.totalTime)}, ${speedUp} times as fast`;
  if (improvement === 0) return `Both took the same time (${secondsWords(a.totalTime)}).`;
  return improvement > 0
    ? `B took ${improvement} % less time (${times}).`
    : `B took ${-improvement} % more time (${times}).`;
}
