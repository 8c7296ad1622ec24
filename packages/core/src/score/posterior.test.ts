import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { posterior } from './posterior.js';

const of = (...logOdds: readonly number[]) => posterior(logOdds.map((value) => ({ logOdds: value })));

describe('posterior', () => {
  it('is nothing for nothing', () => expect(of()).toEqual([]));

  it('gives a single recording of even odds one half, the other half being none of them', () => {
    expect(of(0)).toEqual([0.5]);
  });

  it('lets two versions that fit equally share it, so that neither is certain', () => {
    const [a, b] = of(20, 20);
    expect(a).toBe(b);
    expect(a).toBeCloseTo(0.5, 6);
  });

  it('stays a probability for any evidence', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 20 }), (logOdds) => {
        const shares = of(...logOdds);
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('never falls when evidence for a recording is added', () => {
    const odds = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(odds, odds, fc.double({ min: 0, max: 10, noNaN: true }), (own, other, more) => {
        expect(of(own + more, other)[0]).toBeGreaterThanOrEqual((of(own, other)[0] ?? 1) - 1e-12);
      }),
    );
  });
});
