import { describe, expect, it } from 'vitest';
import { type RecordingOptions, recording } from '../../test-support/recording.js';
import { advise } from './advise.js';

/** The predicted wall time, in milliseconds. */
function predicted(options: RecordingOptions, concurrency: number, maxRate: number | null = null): number {
  const { grid } = advise(recording(options), { concurrencies: [concurrency], ceilings: [maxRate] });
  const found = grid.find((one) => one.concurrency === concurrency && one.maxRate === maxRate);
  return Math.round((found?.wallTime ?? Number.NaN) * 10_000) / 10;
}

describe('the replay', () => {
  const pages = { tracks: 20, networkMs: 100 };

  it.each<[string, RecordingOptions, number, number | null, number]>([
    ['one at a time: 20 × 100', pages, 1, null, 2000],
    ['the first alone, then 19 by fives: 100 + 4 × 100', pages, 5, null, 500],
    ['the first alone, then all others: 100 + 100', pages, 20, null, 200],
    ['one at a time with work: 20 × (100 + 20 + 5)', { ...pages, parseMs: 20, scoreMs: 5 }, 1, null, 2500],
    ['19 answers at once, read one after the other: 200 + 19 × 20', { ...pages, parseMs: 20 }, 20, null, 580],
    ['a ceiling of 4, spaced 262.5: 19 × 262.5 + 100', pages, 20, 4, 5087.5],
    ['a ceiling of 0.5, spaced 2,000: 19 × 2,000 + 100', pages, 3, 0.5, 38_100],
    ['a ceiling that does not bind one at a time', pages, 1, 20, 2000],
    ['10 details one by one: 2 × 11 × 100', { tracks: 2, networkMs: 100, detailPages: 10 }, 1, null, 2200],
    [
      '10 details at once: search, details, twice, one behind the other by the opening',
      { tracks: 2, networkMs: 100, detailPages: 10 },
      2,
      null,
      300,
    ],
    ['12 details, ten at once: 100 + 100 + 100', { tracks: 1, networkMs: 100, detailPages: 12 }, 2, null, 300],
    [
      'pages from the cache cost only their work: 20 × 10',
      { tracks: 20, networkMs: 100, parseMs: 10, cached: 20 },
      10,
      null,
      200,
    ],
    ['a ceiling of the recording is not counted as work', { ...pages, maxRate: 4, everyMs: 262.5 }, 5, null, 500],
  ])('%s', (_, options, concurrency, maxRate, ms) => {
    expect(predicted(options, concurrency, maxRate)).toBe(ms);
  });

  it('gives the recorded time under the recorded settings', () => {
    for (const options of [
      { parseMs: 7, scoreMs: 3 },
      { maxRate: 4, everyMs: 262.5 },
      { cached: 3, parseMs: 2 },
    ]) {
      const { recordedTime, replayedTime } = advise(recording(options));
      expect(replayedTime).toBeCloseTo(recordedTime, 6);
    }
  });

  it('is never slower with a higher ceiling, and never faster than work, network or ceiling allow', () => {
    const { grid } = advise(recording({ tracks: 30, networkMs: 80, parseMs: 10, scoreMs: 2, detailPages: 1 }));
    for (const one of grid) {
      const unlimited = grid.find((other) => other.concurrency === one.concurrency && other.maxRate === null);
      expect(one.wallTime).toBeGreaterThanOrEqual((unlimited?.wallTime ?? Number.NaN) - 1e-9);
      expect(one.wallTime).toBeGreaterThanOrEqual(30 * 0.022);
      if (one.maxRate !== null) expect(one.wallTime).toBeGreaterThanOrEqual(59 / one.maxRate);
    }
    expect(grid).toHaveLength(4 * 20);
  });
});

describe('advise', () => {
  it.each<[string, RecordingOptions, number, string]>([
    // At 262.5 ms between requests, answers of 100 ms never overlap.
    ['the ceiling binds already', { tracks: 40, networkMs: 100, maxRate: 4, everyMs: 262.5 }, 1, 'rate'],
    ['slow answers under a ceiling', { tracks: 200, networkMs: 1000, maxRate: 4 }, 4, 'rate'],
    ['reading takes as long as fetching', { tracks: 200, networkMs: 50, parseMs: 50 }, 2, 'cpu'],
    ['slow answers, many tracks', { tracks: 2000, networkMs: 400, parseMs: 1 }, 20, 'latency'],
    ['four tracks: the first alone, then three', { tracks: 4, networkMs: 400, parseMs: 1 }, 3, 'too-few-tracks'],
  ])('%s', (_, options, concurrency, limit) => {
    const advice = advise(recording(options));
    expect([advice.best?.concurrency, advice.limit]).toEqual([concurrency, limit]);
    expect(advice.best?.maxRate).toBe(options.maxRate ?? null);
  });

  it('prefers fewer tracks at once within 3 % of the best', () => {
    const { best, grid } = advise(recording({ tracks: 200, networkMs: 60, parseMs: 20 }));
    const choices = grid.filter((one) => one.maxRate === null);
    const fastest = Math.min(...choices.map((one) => one.wallTime));
    expect(best?.wallTime).toBeLessThanOrEqual(fastest * 1.03);
    const less = choices.find((one) => one.concurrency === (best?.concurrency ?? 0) - 1);
    expect(less?.wallTime).toBeGreaterThan(fastest * 1.03);
  });

  it('never advises a rate at which the site pushed back', () => {
    // One every 100 ms; the sixth within the second was refused: at 6 a second, so 4.8 is safe.
    const advice = advise(recording({ networkMs: 100, everyMs: 100, pushedBack: [5, 6], maxRate: 10 }));
    expect(advice).toMatchObject({ pushbackRate: 6, maxRate: 4.8, best: { maxRate: 4.8 } });
    expect([...new Set(advice.grid.map((one) => one.maxRate))]).toEqual([4.8, 4]);
  });

  it('keeps a lower ceiling of the user', () => {
    const advice = advise(recording({ networkMs: 100, everyMs: 100, pushedBack: [5], maxRate: 2 }));
    expect(advice.maxRate).toBe(2);
  });

  it('says what is gained, and what it takes', () => {
    const { best, speedUp } = advise(recording({ tracks: 20, networkMs: 100 }), {
      concurrencies: [1, 5],
      ceilings: [],
    });
    expect(best).toMatchObject({ concurrency: 5, mostInFlight: 5, requestsPerSecond: 40 });
    // 4 more requests of 1,000 bytes on the wire and 5,000 unpacked, three times over.
    expect(best?.additionalMemory).toBe(4 * 16_000);
    expect(speedUp).toBeCloseTo(4, 6);
  });

  it('advises nothing from an empty run', () => {
    expect(advise(recording({ tracks: 0 }))).toMatchObject({ grid: [], best: null, limit: null, speedUp: 1 });
  });
});
