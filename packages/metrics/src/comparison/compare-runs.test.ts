import { describe, expect, it } from 'vitest';
import { recording } from '../../test-support/recording.js';
import { compareRuns } from './compare-runs.js';
import { renderComparison } from './render-comparison.js';

const slow = recording({ tracks: 20, networkMs: 100 });
const fast = recording({ tracks: 20, networkMs: 25 });

describe('compareRuns', () => {
  it('says how much less time the second took', () => {
    expect(compareRuns(slow, fast)).toMatchObject({
      improvement: 75,
      speedUp: 4,
      cautions: [],
      a: { totalTime: 2, wallTimePerTrack: 0.1, requestsPerSecond: 10, medianNetworkTime: 0.1 },
      b: { totalTime: 0.5, concurrency: { mostInFlight: 1, averageInFlight: 1, maxRate: null } },
    });
  });

  it('says how much more, when it took more', () => {
    const comparison = compareRuns(fast, slow);
    expect(comparison).toMatchObject({ improvement: -300, speedUp: 0.25 });
    expect(renderComparison(comparison, 'text')).toContain('B took 300 % more time (0.500 s and 2.00 s, 0.25 times');
  });

  it('compares nothing with a run of no time', () => {
    const nothing = recording({ tracks: 0 });
    expect(compareRuns(nothing, slow)).toMatchObject({ improvement: null, speedUp: 0 });
    expect(compareRuns(slow, nothing)).toMatchObject({ improvement: 100, speedUp: null });
    expect(renderComparison(compareRuns(slow, nothing), 'text')).toContain('Insufficient data');
  });

  it('warns of what alone would change the time', () => {
    const other = recording({ tracks: 10, cached: 5, maxRate: 4 });
    const stopped = { ...other, session_info: { ...other.session_info, planned_tracks: 30 } };
    expect(compareRuns(slow, stopped).cautions).toEqual([
      'The two runs did not do the same tracks.',
      'They found different shares of their pages in the cache, which alone changes the time.',
      'They ran under different rate ceilings.',
      'Run B was stopped: it did 10 of 30 tracks.',
    ]);
  });
});

describe('renderComparison', () => {
  it('sets the figures side by side', () => {
    const comparison = compareRuns(slow, fast);
    expect(renderComparison(comparison, 'text')).toContain('  wall time                    2.00 s   0.500 s\n');
    expect(renderComparison(comparison, 'markdown')).toContain('| wall time | 2.00 s | 0.500 s |');
    expect(JSON.parse(renderComparison(comparison, 'json'))).toMatchObject({
      improvement_percentage: 75,
      a: { fetcher: 'sync', total_time: 2 },
      b: { total_time: 0.5, concurrency: { most_in_flight: 1 } },
    });
  });
});
