import { describe, expect, it } from 'vitest';
import { barLine, countsLine, type ProgressState } from './progress-lines.js';

const half: ProgressState = {
  done: 60,
  total: 120,
  requests: 66,
  matched: 48,
  review: 5,
  unmatched: 7,
  elapsedMs: 30_000,
};

describe('barLine', () => {
  it.each([
    [100, '███████████████░░░░░░░░░░░░░░░  60/120 · 2.0 tracks/s · 30 s left'],
    [50, '███████░░░░░░░░  60/120 · 2.0 tracks/s · 30 s left'],
    [40, '60/120 · 2.0 tracks/s · 30 s left'],
    [8, '60/120 ·'],
  ])('in %i columns', (width, line) => {
    expect(barLine(half, width)).toBe(line);
  });

  it.each([
    ['before the first track is done', { ...half, done: 0 }, '░░░░░░░░░░  0/120'],
    ['at the very start', { ...half, done: 0, elapsedMs: 0 }, '░░░░░░░░░░  0/120'],
    ['of an empty run', { ...half, done: 0, total: 0 }, '████████████  0/0'],
    ['at the end', { ...half, done: 120 }, '120/120 · 4.0 tra'],
  ])('%s', (_when, state, line) => {
    expect(barLine(state, 17)).toBe(line);
  });
});

describe('countsLine', () => {
  it('says what came of the tracks', () => {
    expect(countsLine(half, 80)).toBe('48 matched · 5 review · 7 unmatched · 66 requests');
    expect(countsLine(half, 20)).toBe('48 matched · 5 revie');
  });
});
