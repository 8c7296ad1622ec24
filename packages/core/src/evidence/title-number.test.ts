import { describe, expect, it } from 'vitest';
import { titleNumber } from './title-number.js';

describe('titleNumber', () => {
  it.each<[string, number | undefined]>([
    ['moth parade pt 2', 2],
    ['moth parade ii', 2],
    ['track 01', 1],
    ['moth parade pt i', 1],
    ['you and i', undefined],
    ['moth parade', undefined],
    ['303', undefined],
    ['moth parade 2004', undefined],
    ['gantry 320', undefined],
    ['the constructor', undefined],
    ['', undefined],
  ])('of "%s" is %s', (title, number) => {
    expect(titleNumber(title)).toBe(number);
  });
});
