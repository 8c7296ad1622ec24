import { describe, expect, it } from 'vitest';
import { latencyOf } from './latency.js';
import { openRateCeiling } from './rate-ceiling.js';

const drawn = (model: 'constant' | 'lognormal', ms: number, jitterMs: number, seed = 1): number[] =>
  Array.from({ length: 4000 }, (_, index) => latencyOf({ model, ms, jitterMs }, seed, index + 1));
const shareAtMost = (values: readonly number[], most: number): number =>
  values.filter((value) => value <= most).length / values.length;

describe('latencyOf', () => {
  it('is what was asked for when it does not vary', () => {
    expect(new Set(drawn('constant', 100, 0))).toEqual(new Set([100]));
    expect(new Set(drawn('lognormal', 100, 0))).toEqual(new Set([100]));
    expect(new Set(drawn('lognormal', 0, 50))).toEqual(new Set([0]));
  });

  it('spreads jitter evenly', () => {
    const values = drawn('constant', 100, 50);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...values)).toBeLessThanOrEqual(150);
    expect(shareAtMost(values, 125)).toBeCloseTo(0.5, 1);
  });

  it('has a long tail as a log-normal', () => {
    const values = drawn('lognormal', 100, 50);
    expect(shareAtMost(values, 100)).toBeCloseTo(0.5, 1);
    expect(shareAtMost(values, 150)).toBeCloseTo(0.84, 1);
    expect(Math.max(...values)).toBeGreaterThan(250);
    expect(Math.min(...values)).toBeGreaterThan(0);
  });

  it('is the same for the same seed', () => {
    expect(drawn('lognormal', 100, 50)).toEqual(drawn('lognormal', 100, 50));
    expect(drawn('lognormal', 100, 50, 2)).not.toEqual(drawn('lognormal', 100, 50));
  });
});

describe('openRateCeiling', () => {
  it('counts the admitted of any second', () => {
    const ceiling = openRateCeiling();
    const times = [0, 100, 200, 300, 1001, 1002, 1101, 2102];
    expect(times.map((at) => ceiling.admit(at, 2))).toEqual([true, true, false, false, true, false, true, true]);
  });
});
