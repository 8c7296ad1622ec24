import { describe, expect, it } from 'vitest';
import { average, percentile, toPercentage, toSeconds } from './numbers.js';

describe('toSeconds', () => {
  it.each([
    [0, 0],
    [1500, 1.5],
    [0.0004, 0],
    [1.23456, 0.001235],
    [-3, 0],
  ])('turns %d ms into %d s', (milliseconds, seconds) => {
    expect(toSeconds(milliseconds)).toBe(seconds);
  });
});

describe('toPercentage', () => {
  it.each([
    [1, 3, 33.33],
    [0, 0, 0],
    [5, 0, 0],
    [7, 5, 100],
    [-1, 5, 0],
  ])('says what %d of %d is', (part, whole, percentage) => {
    expect(toPercentage(part, whole)).toBe(percentage);
  });
});

describe('average', () => {
  it.each([
    [10, 4, 2.5],
    [10, 0, 0],
  ])('divides %d by %d', (total, count, mean) => {
    expect(average(total, count)).toBe(mean);
  });
});

describe('percentile', () => {
  const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

  it.each([
    [oneToTen, 0.5, 5],
    [oneToTen, 0.9, 9],
    [oneToTen, 0.99, 10],
    [[7], 0.5, 7],
    [[], 0.99, 0],
  ])('of %j at %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});
