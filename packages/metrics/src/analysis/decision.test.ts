import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, decide } from './decision.js';

describe('decide', () => {
  it.each<[network: number, hits: number, decision: Decision]>([
    [40.01, 49.99, 'implement'],
    [40, 49.99, 'evaluate'],
    [39.99, 49.99, 'evaluate'],
    [40.01, 50, 'evaluate'],
    [40.01, 50.01, 'evaluate'],
    [100, 0, 'implement'],
    [19.99, 0, 'skip'],
    [20, 0, 'evaluate'],
    [20.01, 0, 'evaluate'],
    [0, 0, 'skip'],
    [100, 80.01, 'skip'],
    [100, 80, 'evaluate'],
    [100, 79.99, 'evaluate'],
    [20, 80, 'evaluate'],
    [40, 50, 'evaluate'],
    [19.99, 80.01, 'skip'],
    [0, 100, 'skip'],
  ])('network %d %%, cache %d %% → %s', (networkTimePercentage, cacheHitRate, decision) => {
    expect(decide({ networkTimePercentage, cacheHitRate, executionTime: 1 })).toMatchObject({
      decision,
      sufficientData: true,
    });
  });

  it('decides nothing without time, whatever the figures say', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (networkTimePercentage, cacheHitRate) => {
        const made = decide({ networkTimePercentage, cacheHitRate, executionTime: 0 });
        expect(made).toMatchObject({ decision: 'evaluate', sufficientData: false });
        expect(made.reason).toMatch(/^Insufficient data/);
      }),
    );
  });

  it('says which of two reasons to skip it was', () => {
    expect(decide({ networkTimePercentage: 10, cacheHitRate: 0, executionTime: 1 }).reason).toBe(
      '10 % of the time went into the network (below 20 %): there is little waiting to save.',
    );
    expect(decide({ networkTimePercentage: 60, cacheHitRate: 90, executionTime: 1 }).reason).toBe(
      '90 % of the queries came from the cache (above 80 %): there is little left to fetch.',
    );
  });
});
