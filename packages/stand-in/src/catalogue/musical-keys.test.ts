import { describe, expect, it } from 'vitest';
import { storeKeys } from './musical-keys.js';

describe('storeKeys', () => {
  it.each([
    ['Ab Minor', 1, '1A'],
    ['F Minor', 4, '4A'],
    ['Db Minor', 12, '12A'],
    ['B Major', 13, '1B'],
    ['G Major', 21, '9B'],
    ['E Major', 24, '12B'],
    ['A# Minor', 26, '3A'],
    ['C# Minor', 28, '12A'],
    ['D# Minor', 30, '2A'],
    ['Gb Major', 33, '2B'],
    ['Gb Minor', 34, '11A'],
  ])('%s is number %d at %s', (name, id, camelot) => {
    const key = storeKeys().get(name);
    expect(key?.id).toBe(id);
    expect(`${key?.camelotNumber}${key?.camelotLetter}`).toBe(camelot);
  });

  it('gives every key a number of its own, without gaps', () => {
    const ids = [...storeKeys().values()].map((key) => key.id).sort((one, other) => one - other);
    expect(ids).toEqual(Array.from({ length: 34 }, (_, index) => index + 1));
  });
});
