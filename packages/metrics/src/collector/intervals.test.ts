import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interval, measureOverlap } from './intervals.js';

describe('measureOverlap', () => {
  it.each<{ name: string; intervals: Interval[]; unionMs: number; mostAtOnce: number; openAtStart: number[] }>([
    { name: 'nothing', intervals: [], unionMs: 0, mostAtOnce: 0, openAtStart: [] },
    { name: 'one', intervals: [{ start: 5, end: 8 }], unionMs: 3, mostAtOnce: 1, openAtStart: [1] },
    {
      name: 'one after the other, touching',
      intervals: [
        { start: 0, end: 5 },
        { start: 5, end: 9 },
      ],
      unionMs: 9,
      mostAtOnce: 1,
      openAtStart: [1, 1],
    },
    {
      name: 'one within another, and a gap, out of order',
      intervals: [
        { start: 20, end: 30 },
        { start: 2, end: 4 },
        { start: 0, end: 10 },
      ],
      unionMs: 20,
      mostAtOnce: 2,
      openAtStart: [1, 2, 1],
    },
    {
      name: 'of no length',
      intervals: [
        { start: 3, end: 3 },
        { start: 3, end: 3 },
      ],
      unionMs: 0,
      mostAtOnce: 1,
      openAtStart: [1, 1],
    },
  ])('measures $name', ({ name: _, intervals, ...expected }) => {
    expect(measureOverlap(intervals)).toEqual(expected);
  });

  it('agrees with counting every millisecond', () => {
    const interval = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 15 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 20 }), (intervals) => {
        const openAt = (ms: number) => intervals.filter(({ start, end }) => start <= ms && ms < end).length;
        const counts = Array.from({ length: 60 }, (_, ms) => openAt(ms));
        const measured = measureOverlap(intervals);
        expect(measured.unionMs).toBe(counts.filter((open) => open > 0).length);
        expect(measured.mostAtOnce).toBe(Math.max(...counts));
        expect(Math.max(0, ...measured.openAtStart)).toBe(measured.mostAtOnce);
      }),
    );
  });
});
