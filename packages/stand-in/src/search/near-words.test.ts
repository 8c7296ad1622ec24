import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openNearWords } from './near-words.js';

describe('openNearWords', () => {
  it.each([
    ['strobe', ['strobes'], 'longer'],
    ['stroeb', ['strobe'], 'two letters swapped'],
    ['strob', ['strobe'], 'a letter missing'],
    ['strobbe', ['strobe'], 'a letter too many'],
    ['strabe', ['strobe'], 'a letter changed'],
    ['trobe', [], 'another first letter'],
    ['stroobbe', [], 'two slips'],
    ['1696999', [], 'a number'],
    ['mix', [], 'too short'],
  ])('%s finds %j: %s', (word, found) => {
    const near = openNearWords(['strobe', 'strobes', '1696998', '16969991', 'mixx']);
    expect(near.find(word).map((one) => one.word)).toEqual(expect.arrayContaining(found));
    if (found.length === 0) expect(near.find(word)).toEqual([]);
  });

  it('never finds the word itself, and no word twice', () => {
    const near = openNearWords(['house', 'houses', 'horse', 'hours']);
    expect(
      near
        .find('house')
        .map((one) => one.word)
        .sort(),
    ).toEqual(['horse', 'houses']);
  });

  it('finds any word from which one letter was lost, the first one apart', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{6,12}$/), fc.nat(), (word, where) => {
        const lost = 1 + (where % (word.length - 1));
        const typed = word.slice(0, lost) + word.slice(lost + 1);
        expect(
          openNearWords([word])
            .find(typed)
            .map((one) => one.word),
        ).toEqual([word]);
      }),
    );
  });
});
