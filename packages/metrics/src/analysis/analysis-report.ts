import { adviceSection } from '../adviser/advice-report.js';
import type { Advice } from '../adviser/advise.js';
import { percentWords, secondsWords } from '../rendering/figures.js';
import type { Report, ReportSection } from '../rendering/report.js';
import type { NetworkTimeAnalysis } from './analyze-network-time.js';

/** The analysis, and the advice where there is one, as a report for people. */
export function analysisReport(analysis: NetworkTimeAnalysis, advice?: Advice): Report {
  const { recommendation, rate, recording } = analysis;
  return {
    title: 'Does concurrent fetching pay?',
    sections: [
      { title: `Recommendation: ${recommendation.decision}`, words: [recommendation.reason] },
      { title: 'What the rule cannot say', words: [rate.words, recording.words] },
      ...(advice === undefined ? [] : [adviceSection(advice, analysis.session.tracks)]),
      sessionSection(analysis),
      networkSection(analysis),
      typeSection(analysis),
    ],
  };
}

function sessionSection({ session }: NetworkTimeAnalysis): ReportSection {
  const stopped = session.plannedTracks > session.tracks;
  return {
    title: 'Session',
    table: {
      head: ['', ''],
      rows: [
        ['fetcher', session.fetcher],
        ['tracks', stopped ? `${session.tracks} of ${session.plannedTracks}` : String(session.tracks)],
        ['matched', String(session.matched)],
        ['wall time', secondsWords(session.totalTime)],
        ['queries', String(session.queries)],
        ['requests', String(session.requests)],
        ['of these, retries', String(session.retries)],
        ['cache hit rate', percentWords(session.cacheHitRate)],
      ],
    },
  };
}

function networkSection({ network }: NetworkTimeAnalysis): ReportSection {
  return {
    title: 'Network time',
    table: {
      head: ['', ''],
      rows: [
        ['network time, all queries', secondsWords(network.networkTime)],
        ['execution time, all queries', secondsWords(network.executionTime)],
        ['network of execution time', percentWords(network.networkTimePercentage)],
        ['time with a request under way', secondsWords(network.wallTime)],
        ['of the wall time', percentWords(network.wallPercentage)],
      ],
    },
  };
}

function typeSection({ byQueryType }: NetworkTimeAnalysis): ReportSection {
  const title = 'Network time by query type';
  if (byQueryType.length === 0) return { title, words: ['No query was asked.'] };
  return {
    title,
    table: {
      head: ['query type', 'network', 'execution', 'share', 'queries'],
      rows: byQueryType.map((times) => [
        times.type,
        secondsWords(times.networkTime),
        secondsWords(times.executionTime),
        percentWords(times.networkTimePercentage),
        String(times.count),
      ]),
    },
  };
}
