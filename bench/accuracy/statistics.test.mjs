import { describe, expect, it } from 'vitest';
import { calibration, wilson } from './statistics.mjs';

describe('wilson', () => {
  // Values from the closed formula, worked out by hand for z = 1.959964.
  it.each([
    [0, 0, 0, 0, 1],
    [0, 10, 0, 0, 0.2775],
    [10, 10, 1, 0.7225, 1],
    [5, 10, 0.5, 0.2366, 0.7634],
    [95, 100, 0.95, 0.8882, 0.9785],
  ])('%i of %i is %d, between %d and %d', (hits, of, share, low, high) => {
    const interval = wilson(hits, of);
    expect(interval.share).toBe(share);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });
});

describe('calibration', () => {
  it('is perfect where what is said is true', () => {
    const answers = Array.from({ length: 100 }, (_, at) => ({ score: at < 50 ? 0 : 100, right: at >= 50 }));
    expect(calibration(answers)).toMatchObject({ brier: 0, error: 0 });
  });

  it('is as bad as can be where the contrary is true', () => {
    const answers = Array.from({ length: 100 }, (_, at) => ({ score: at < 50 ? 0 : 100, right: at < 50 }));
    expect(calibration(answers).brier).toBe(1);
    expect(calibration(answers).error).toBeCloseTo(1, 9);
  });

  it('sees a score that says too much, though it sorts well', () => {
    const answers = Array.from({ length: 100 }, (_, at) => ({ score: 90, right: at % 2 === 0 }));
    expect(calibration(answers).error).toBeCloseTo(0.4, 6);
  });
});
