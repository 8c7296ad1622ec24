import { secondsWords } from '../rendering/figures.js';
import type { ReportSection } from '../rendering/report.js';
import type { Advice, Prediction } from './advise.js';
import type { Limit } from './find-limit.js';

const LIMITS: Readonly<Record<Limit, string>> = {
  rate: 'What limits it is the rate ceiling.',
  cpu: 'What limits it is the processor: pages then come faster than they are read.',
  latency: 'What limits it is the time answers take; no higher setting exists.',
  'too-few-tracks': 'What limits it is that there are too few tracks to ask for at once.',
};

/** Rows of the table; all twenty would bury the answer. */
const SHOWN = [1, 2, 3, 5, 8, 10, 15, 20];

/** The advice as a part of a report for people. */
export function adviceSection(advice: Advice, tracks: number): ReportSection {
  const title = 'Predicted by replaying the recording';
  const { best, grid } = advice;
  if (best === null) return { title, words: ['Insufficient data: there is no track to replay.'] };
  const ceilings = [...new Set(grid.map((one) => one.maxRate))];
  const rows = SHOWN.includes(best.concurrency) ? SHOWN : [...SHOWN, best.concurrency].sort((a, b) => a - b);
  return {
    title,
    words: adviceWords(advice, best, tracks),
    table: {
      head: ['tracks at once', ...ceilings.map((rate) => (rate === null ? 'no ceiling' : `${rate}/s`))],
      rows: rows
        .filter((count) => grid.some((one) => one.concurrency === count))
        .map((count) => [
          count === best.concurrency ? `${count} (best)` : String(count),
          ...ceilings.map((rate) => timeOf(grid, count, rate)),
        ]),
    },
  };
}

function adviceWords(advice: Advice, best: Prediction, tracks: number): string[] {
  const { limit, pushbackRate, recordedTime, replayedTime, speedUp, maxRate } = advice;
  const under = maxRate === null ? 'without a rate ceiling' : `at ${maxRate} requests a second at most`;
  const setting = best.concurrency === 1 ? 'One track at a time is best' : `Best: ${best.concurrency} tracks at once`;
  const gain =
    best.concurrency === 1
      ? 'more at once would gain less than 3 %'
      : `${speedUp.toFixed(1)} times as fast as one at a time${memoryWords(best.additionalMemory)}`;
  return [
    `${setting}, ${under}: ${secondsWords(best.wallTime)} for these ${tracks} tracks, ${gain}.`,
    ...(limit === null ? [] : [LIMITS[limit]]),
    ...(pushbackRate === null
      ? []
      : [`The site pushed back at ${pushbackRate} requests a second, so nothing at or beyond that is advised.`]),
    `Under its own settings the replay takes ${secondsWords(replayedTime)}; the run took ${secondsWords(recordedTime)}.`,
  ];
}

function timeOf(grid: readonly Prediction[], concurrency: number, maxRate: number | null): string {
  const one = grid.find((each) => each.concurrency === concurrency && each.maxRate === maxRate);
  return one === undefined ? '' : secondsWords(one.wallTime);
}

/** Nothing where the recording had as many in flight already. */
function memoryWords(bytes: number): string {
  return bytes === 0 ? '' : `, about ${(bytes / 1_000_000).toFixed(bytes >= 10_000_000 ? 0 : 1)} MB more memory`;
}
