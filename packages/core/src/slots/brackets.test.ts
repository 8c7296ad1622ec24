import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBrackets } from './brackets.js';

const round = (text: string, open = false) => ({ kind: 'round', text, open });
const square = (text: string, open = false) => ({ kind: 'square', text, open });

describe('splitBrackets', () => {
  it.each([
    ['Moth Parade', 'Moth Parade', []],
    ['Moth Parade (Dub)', 'Moth Parade', [round('Dub')]],
    ['Moth Parade (Dub) [TLG014]', 'Moth Parade', [round('Dub'), square('TLG014')]],
    ['[TLG014] Moth (Dub) Parade', 'Moth Parade', [square('TLG014'), round('Dub')]],
    ['Moth{Dub}Parade', 'Moth Parade', [round('Dub')]],
    ['Moth (Ossa [Dub] Mix)', 'Moth', [square('Dub'), round('Ossa Mix')]],
    ['Moth (Ossa Remix]', 'Moth', [round('Ossa Remix')]],
    ['Moth (Ossa Rem', 'Moth', [round('Ossa Rem', true)]],
    ['Moth (Ossa [Du', 'Moth', [round('Ossa', true), square('Du', true)]],
    ['Moth) Parade', 'Moth Parade', []],
    ['Moth () Parade', 'Moth Parade', []],
    ['(Untitled)', '', [round('Untitled')]],
    ['', '', []],
  ])('takes %j apart', (text, outside, brackets) => {
    expect(splitBrackets(text)).toEqual({ outside, brackets });
  });

  it('keeps every character but the brackets and white space', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[ab ()[\]{}]*$/));
    fc.assert(
      fc.property(text, (given) => {
        const { outside, brackets } = splitBrackets(given);
        const kept = [outside, ...brackets.map((bracket) => bracket.text)].join('');
        expect(characters(kept)).toEqual(characters(given));
      }),
    );
  });
});

function characters(text: string): readonly string[] {
  return [...text.replace(/[()[\]{}\s]/g, '')].sort();
}
