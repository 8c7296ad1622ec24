import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, similarity } from './similarity.js';

const folded = fc.stringMatching(/^[a-c]{0,4}( [a-c]{1,4}){0,3}$/);

describe('similarity', () => {
  it.each([
    ['moth parade', 'moth parade', 1],
    ['moth parade', 'parade moth', 1],
    ['moth', '', 0],
    ['', '', 1],
    ['moth', 'moth parade furnace', 0],
    ['acid', 'acid phase', 0.4],
    ['moth', 'math', 0.75],
    ['moth parade', 'moth parades', 11 / 12],
  ])('of %j and %j is %d', (a, b, want) => {
    expect(similarity(a, b)).toBeCloseTo(want, 10);
  });

  it('is the same both ways and within 0 to 1', () => {
    fc.assert(
      fc.property(folded, folded, (a, b) => {
        const alike = similarity(a, b);
        expect(similarity(b, a)).toBe(alike);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 for the same words in any order, and for nothing else', () => {
    const sorted = (text: string) => text.split(' ').sort().join(' ');
    fc.assert(
      fc.property(folded, folded, (a, b) => {
        expect(similarity(a, b) === 1).toBe(sorted(a) === sorted(b));
        expect(similarity(a, sorted(a))).toBe(1);
      }),
    );
  });
});

describe('coverage', () => {
  it.each([
    [['ossa', 'trint'], ['trint', 'ossa', 'volmer'], 1],
    [['ossa', 'trint'], ['ossa'], 0.5],
    [['volmer'], ['volmar'], 1],
    [['volmer'], ['volmers'], 1],
    [['volmer'], ['valmar'], 0],
    [['ossa'], ['osso'], 0],
    [['ossa'], [], 0],
    [[], ['ossa'], 0],
  ])('of %j among %j is %d', (needles, hay, want) => {
    expect(coverage(needles, new Set(hay))).toBe(want);
  });
});
