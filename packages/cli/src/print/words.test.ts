import { describe, expect, it } from 'vitest';
import { duration, plural, size } from './words.js';

describe('duration', () => {
  it.each([
    [0, '0.0 s'],
    [449, '0.4 s'],
    [9_949, '9.9 s'],
    [9_950, '10 s'],
    [59_499, '59 s'],
    [59_500, '1 min 00 s'],
    [185_000, '3 min 05 s'],
    [3_599_499, '59 min 59 s'],
    [3_720_000, '1 h 02 min'],
  ])('%i ms is %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });
});

describe('plural', () => {
  it.each([
    [0, '0 tracks'],
    [1, '1 track'],
    [2, '2 tracks'],
  ])('%i', (count, words) => {
    expect(plural(count, 'track')).toBe(words);
  });
});

describe('size', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [9_950, '10 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [12_400_000, '12 MB'],
    [1_200_000_000, '1.2 GB'],
  ])('%i', (bytes, words) => {
    expect(size(bytes)).toBe(words);
  });
});
