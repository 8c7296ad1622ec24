import { describe, expect, it } from 'vitest';
import { slugOf, wordsOf } from './words.js';

describe('wordsOf', () => {
  it.each([
    ['Zoë Ødegaard', ['zoe', 'odegaard']],
    ["Voodoo (Noisia's 'Outer Edges' Remix)", ['voodoo', 'noisia', 'outer', 'edges', 'remix']],
    ["Don't Stop", ['dont', 'stop']],
    ['Straße', ['strasse']],
    ['808 State', ['808', 'state']],
    ['Above & Beyond', ['above', 'beyond']],
    ['  ', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('slugOf', () => {
  it('joins the words with hyphens', () => {
    expect(slugOf('Drum & Bass')).toBe('drum-bass');
  });
});
