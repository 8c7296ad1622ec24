import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, words } from './fold.js';

describe('fold', () => {
  it.each([
    ['Moth Parade', 'moth parade'],
    ["Moth's Parade!", 'moths parade'],
    ['Brandel & Loome', 'brandel and loome'],
    ['Brandel+Loome', 'brandel and loome'],
    ['Tårn Øvesen', 'tarn ovesen'],
    ['Straße', 'strasse'],
    ['E\u0301te\u0301', 'ete'],
    ['Бумажная', 'bumazhnaya'],
    ['Ｍｏｔｈ', 'moth'],
    ['808', '808'],
    [' ??? ', '???'],
    ['', ''],
  ])('makes of %j %j', (text, want) => {
    expect(fold(text)).toBe(want);
  });

  it('tells titles of mere signs apart', () => expect(fold('???')).not.toBe(fold('!!!')));

  it('is the same again, and never empty for a text that is not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        if (text.trim() !== '') expect(folded).not.toBe('');
      }),
    );
  });

  it('pays no heed to case, spaces and the way accents are coded', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Zéöøñ' -]{1,20}$/), (text) => {
        fc.pre(/[a-zA-Z]/.test(text));
        expect(fold(`  ${text.toUpperCase().normalize('NFD')} `)).toBe(fold(text));
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ['', []],
    ['moth', ['moth']],
    ['moth parade', ['moth', 'parade']],
  ])('of %j are %j', (folded, want) => {
    expect(words(folded)).toEqual(want);
  });
});
