import { describe, expect, it } from 'vitest';
import { camelot, keyDistance, parseKey } from './musical-key.js';

/** Camelot, Open Key, and every spelling of the tonic, minor then major. */
const WHEEL: readonly (readonly [string, string, readonly string[]])[] = [
  ['1A', '6m', ['Abm', 'G#m', 'Ab Minor', 'G# min', 'A♭ min']],
  ['2A', '7m', ['Ebm', 'D#m', 'Eb Minor', 'D# Minor']],
  ['3A', '8m', ['Bbm', 'A#m', 'A# Minor', 'A#min']],
  ['4A', '9m', ['Fm', 'F Minor', 'E#m']],
  ['5A', '10m', ['Cm', 'C Minor', 'B#m']],
  ['6A', '11m', ['Gm', 'G Minor']],
  ['7A', '12m', ['Dm', 'D Minor']],
  ['8A', '1m', ['Am', 'A Minor', 'Amin', 'a minor']],
  ['9A', '2m', ['Em', 'E Minor', 'Fbm']],
  ['10A', '3m', ['Bm', 'B Minor', 'Cbm']],
  ['11A', '4m', ['F#m', 'Gbm', 'F# Minor', 'Gb Minor']],
  ['12A', '5m', ['Dbm', 'C#m', 'C# Minor']],
  ['1B', '6d', ['B', 'B Major', 'Cb Major']],
  ['2B', '7d', ['F#', 'Gb', 'Gb Major', 'F♯ maj']],
  ['3B', '8d', ['Db', 'C#', 'Db Major']],
  ['4B', '9d', ['Ab', 'G#', 'Ab Major']],
  ['5B', '10d', ['Eb', 'D#', 'Eb maj']],
  ['6B', '11d', ['Bb', 'A#', 'Bb Major']],
  ['7B', '12d', ['F', 'F Major']],
  ['8B', '1d', ['C', 'C Major', 'CMaj']],
  ['9B', '2d', ['G', 'G Major']],
  ['10B', '3d', ['D', 'D Major']],
  ['11B', '4d', ['A', 'A Major']],
  ['12B', '5d', ['E', 'E Major']],
];

describe('parseKey', () => {
  it.each(WHEEL)('reads %s, %s and %j as one key', (wheel, open, names) => {
    for (const text of [wheel, wheel.toLowerCase(), `0${wheel}`.slice(-3), open, ` ${open} `, ...names]) {
      const key = parseKey(text);
      expect(key === undefined ? text : camelot(key)).toBe(wheel);
    }
  });

  it.each(['', '13A', '0A', '8C', 'H', 'Hm', 'A##', 'All', '128', 'Energy 6', '8A - 126'])(
    'does not read %j',
    (text) => {
      expect(parseKey(text)).toBeUndefined();
    },
  );
});

describe('keyDistance', () => {
  it.each([
    ['8A', '8A', 0],
    ['8A', '8B', 1],
    ['8A', '9A', 1],
    ['12A', '1A', 1],
    ['8A', '9B', 2],
    ['1A', '7B', 7],
  ])('from %s to %s is %i', (from, to, distance) => {
    const a = parseKey(from);
    const b = parseKey(to);
    expect(a && b && [keyDistance(a, b), keyDistance(b, a)]).toEqual([distance, distance]);
  });
});
