import { describe, expect, it } from 'vitest';
import { duration } from './pushback.js';

describe('duration', () => {
  it.each([
    [0, '0 s'],
    [1_500, '1.5 s'],
    [119_000, '119 s'],
    [120_000, '2 min'],
    [900_000, '15 min'],
    [9_000_000, '2.5 h'],
    [172_800_000, '2 days'],
  ])('says %d ms as %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });
});
