import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameWords, parseArtists, splitCredits, splitNames, stripSuffix, wordsOfNames } from './artists.js';

describe('parseArtists', () => {
  it.each([
    ['Quillon', ['Quillon'], []],
    ['Quillon, Volmer', ['Quillon', 'Volmer'], []],
    ['Quillon; Volmer/Pim Aldery', ['Quillon', 'Volmer', 'Pim Aldery'], []],
    ['Quillon | Volmer', ['Quillon', 'Volmer'], []],
    ['Quillon x Volmer X Pim', ['Quillon', 'Volmer', 'Pim'], []],
    ['Quillon vs. Volmer', ['Quillon', 'Volmer'], []],
    ['Quillon pres. Volmer', ['Quillon', 'Volmer'], []],
    ['Quillon, Brandel & Loome', ['Quillon', 'Brandel & Loome'], []],
    ['Brandel + The Loome', ['Brandel + The Loome'], []],
    ['Quillon feat. Ila Morrow & Pim', ['Quillon'], ['Ila Morrow & Pim']],
    ['Quillon (UK), Volmer (ofc)', ['Quillon', 'Volmer'], []],
    ['Quillon, Quillon', ['Quillon'], []],
    ['Maxx Xylo', ['Maxx Xylo'], []],
    ['[TLG014] Quillon', ['Quillon'], []],
    ['[Quillon]', ['Quillon'], []],
    ['Unknown', [], []],
    ['www.tunedepot.net', [], []],
    ['', [], []],
  ])('reads %j', (text, main, featured) => {
    expect(parseArtists(text)).toEqual({ main, featured });
  });
});

describe('splitNames', () => {
  it.each([
    ['Brandel & Loome', ['Brandel', 'Loome']],
    ['Brandel&Loome', ['Brandel', 'Loome']],
    ['Brandel and Loome with Pim', ['Brandel', 'Loome', 'Pim']],
    ['Brandel + Loome', ['Brandel', 'Loome']],
    ['Anders Wither', ['Anders Wither']],
    ['&', []],
  ])('cuts %j into %j', (text, names) => {
    expect(splitNames(text)).toEqual(names);
  });

  it('gives each name once, none without a letter or digit, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(' & ', ', ', ' x ', ' vs. ', '/', ' and ', '(UK)', '[', ')', 'Ossa'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const names = splitNames(text);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/[\p{L}\p{N}]/u);
        expect(splitNames(splitCredits(text).join(', '))).toEqual(names);
      }),
    );
  });
});

describe('the words of a name', () => {
  it.each([
    ['Pim Aldery', ['pim', 'aldery']],
    ['Pim Aldery (UK)', ['pim', 'aldery']],
    ['The Volmers', ['volmers']],
    ['The', ['the']],
    ['Bélisaire', ['belisaire']],
  ])('of %j are %j', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });

  it('are kept apart for each name of a list', () => {
    expect(wordsOfNames(['Brandel & The Loome', 'Pim Aldery'])).toEqual([['brandel'], ['loome'], ['pim', 'aldery']]);
  });
});

describe('stripSuffix', () => {
  it.each([
    ['Quillon (OZ)', 'Quillon'],
    ['Quillon [live]', 'Quillon'],
    ['Quillon (a rather long remark)', 'Quillon  a rather long remark'],
    ['(UK)', 'UK'],
    ['()', '()'],
  ])('makes of %j the name %j', (name, bare) => {
    expect(stripSuffix(name)).toBe(bare);
  });
});
