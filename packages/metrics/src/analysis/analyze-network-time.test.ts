import { describe, expect, it } from 'vitest';
import { recording } from '../../test-support/recording.js';
import { advise } from '../adviser/advise.js';
import { createMetricsCollector } from '../collector/metrics-collector.js';
import { metricsDocumentSchema } from '../document/metrics-document.js';
import { analyzeNetworkTime } from './analyze-network-time.js';
import { renderAnalysis } from './render-analysis.js';

describe('analyzeNetworkTime', () => {
  it('sums up a sequential run', () => {
    const analysis = analyzeNetworkTime(recording({ tracks: 20, networkMs: 100, parseMs: 20, scoreMs: 5 }));
    expect(analysis).toMatchObject({
      session: { fetcher: 'sync', tracks: 20, matched: 20, queries: 20, requests: 20, totalTime: 2.5, cacheHitRate: 0 },
      network: { networkTime: 2, executionTime: 2.5, networkTimePercentage: 80, wallTime: 2, wallPercentage: 80 },
      byQueryType: [{ type: 'priority', networkTime: 2, executionTime: 2.5, networkTimePercentage: 80, count: 20 }],
      recommendation: { decision: 'implement', sufficientData: true },
      rate: { kind: 'unlimited', achieved: 8 },
      recording: { concurrent: false, mostInFlight: 1 },
    });
  });

  it.each([
    // 20 requests, one every 250 ms, the last of which takes its 100 ms: 20 in 4.85 s.
    [4, 250, 'at-ceiling'],
    [4.5, 250, 'at-ceiling'],
    [5, 250, 'below-ceiling'],
  ] as const)('at %d requests a second allowed and one every %d ms: %s', (maxRate, everyMs, kind) => {
    expect(analyzeNetworkTime(recording({ maxRate, everyMs })).rate.kind).toBe(kind);
  });

  it('decides nothing from an empty run, and gives zeros', () => {
    const settings = { fetcher: 'sync', maxConcurrentTracks: 1, maxConcurrentRequests: 1, maxInFlight: 1, maxRate: 4 };
    const analysis = analyzeNetworkTime(createMetricsCollector({ settings }).document());
    expect(analysis).toMatchObject({
      session: { tracks: 0, queries: 0, cacheHitRate: 0 },
      network: { networkTime: 0, networkTimePercentage: 0 },
      byQueryType: [],
      recommendation: { decision: 'evaluate', sufficientData: false },
      rate: { kind: 'unknown' },
    });
    expect(renderAnalysis(analysis, 'text')).toContain('Insufficient data');
  });

  it('decides nothing from a run of zero time', () => {
    const analysis = analyzeNetworkTime(recording({ networkMs: 0 }));
    expect(analysis.recommendation).toMatchObject({ decision: 'evaluate', sufficientData: false });
  });

  it('decides nothing from a document without its analysis, which was read as zeros', () => {
    const bare = { version: '1.0', generated: '', session_info: {}, query_metrics: [], track_metrics: [] };
    expect(analyzeNetworkTime(metricsDocumentSchema.parse(bare)).recommendation.sufficientData).toBe(false);
  });

  it('says that a run whose requests overlapped is poorer ground', () => {
    const document = recording();
    const { recording: overlap } = analyzeNetworkTime({
      ...document,
      run_stats: { ...document.run_stats, most_in_flight: 7 },
    });
    expect(overlap).toMatchObject({ concurrent: true, mostInFlight: 7 });
    expect(overlap.words).toContain('Up to 7 requests overlapped');
  });
});

describe('renderAnalysis', () => {
  const analysis = analyzeNetworkTime(recording({ parseMs: 20, scoreMs: 5, cached: 5 }));

  it('aligns the columns of a text', () => {
    const text = renderAnalysis(analysis, 'text');
    expect(text).toContain('Recommendation: implement\n-------------------------\n');
    expect(text).toContain('  cache hit rate       25 %\n');
    expect(text).toContain(
      '  query type  network  execution  share  queries\n  priority     1.50 s     2.00 s   75 %       20',
    );
  });

  it('makes tables of Markdown, in which a type with an underscore stays itself', () => {
    const [first] = analysis.byQueryType;
    const odd = { ...analysis, byQueryType: first === undefined ? [] : [{ ...first, type: 'title_only|x' }] };
    const text = renderAnalysis(odd, 'markdown');
    expect(text).toContain('# Does concurrent fetching pay?\n\n## Recommendation: implement\n\n');
    expect(text).toContain('| title\\_only\\|x | 1.50 s | 2.00 s | 75 % | 20 |');
  });

  it('gives programs the names of the metrics document', () => {
    expect(JSON.parse(renderAnalysis(analysis, 'json'))).toMatchObject({
      recommendation: { decision: 'implement', sufficient_data: true },
      session: { total_tracks: 20, cache_hit_rate: 25, requests: 15 },
      network: { total_network_time: 1.5, network_time_percentage: 75 },
      network_time_by_query_type: { priority: { total_network_time: 1.5, count: 20 } },
      recording: { concurrent: false, most_in_flight: 1 },
    });
  });
});

describe('renderAnalysis with advice', () => {
  const document = recording({ tracks: 20, networkMs: 100, pushedBack: [5], everyMs: 100, maxRate: 10 });
  const analysis = analyzeNetworkTime(document);

  it('says what to set, what it gives and how far to trust it', () => {
    const text = renderAnalysis(analysis, 'text', advise(document));
    // Spaced 1,050 / 5 ms; 4.8 a second allow 208 ms at most.
    expect(text).toContain('One track at a time is best, at 4.8 requests a second at most: 4.09 s for these 20 tracks');
    expect(text).toContain('What limits it is the rate ceiling.\nThe site pushed back at 6 requests a second,');
    // 19 × 105 + 100 ms, for the limiter keeps a margin.
    expect(text).toMatch(/Under its own settings the replay takes 2\.(09|10) s; the run took 2\.00 s\./);
    expect(text).toMatch(/\n {2}tracks at once +4\.8\/s +4\/s\n {2}1 \(best\) +4\.09 s +5\.09 s\n/);
  });

  it('gives a program the whole grid', () => {
    const { advice } = JSON.parse(renderAnalysis(analysis, 'json', advise(document)));
    expect(advice).toMatchObject({ best: { concurrency: 1, max_rate: 4.8 }, limit: 'rate', pushback_rate: 6 });
    expect(advice.grid).toHaveLength(40);
  });

  it('advises nothing from an empty run', () => {
    const empty = recording({ tracks: 0 });
    const text = renderAnalysis(analyzeNetworkTime(empty), 'text', advise(empty));
    expect(text).toContain('Insufficient data: there is no track to replay.');
  });
});
