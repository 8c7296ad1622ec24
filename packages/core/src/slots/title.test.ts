import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionText } from '../../test/version-text.js';
import { fold } from '../text/fold.js';
import { featuredIn, parseTitle } from './title.js';

const shown = (text: string) => {
  const { version, ...rest } = parseTitle(text);
  return { ...rest, version: versionText(version) };
};

describe('parseTitle', () => {
  it.each([
    ['Moth Parade', 'Moth Parade', 'none'],
    ['"Moth Parade"', 'Moth Parade', 'none'],
    ['Moth Parade original mix', 'Moth Parade', 'original'],
    ['Moth Parade Radio Version', 'Moth Parade', 'short'],
    ['Moth Parade Dub', 'Moth Parade Dub', 'none'],
    ['Moth Parade Dub Mix', 'Moth Parade', 'dub'],
    ['Extended', 'Extended', 'none'],
    ['VIP', 'VIP', 'none'],
    ['(Original Mix)', 'Original Mix', 'original'],
    ['[Dub]', 'Dub', 'dub'],
    ['(feat. Ila)', 'feat. Ila', 'none'],
    ['- Moth Parade -', 'Moth Parade', 'none'],
    ['', '', 'none'],
  ])('reads %j as the work %j, version %s', (text, work, version) => {
    expect(shown(text)).toMatchObject({ work, version });
  });

  it('keeps every subtitle, in order', () => {
    expect(shown('Moth Parade (Turn The Page) (Second Night)').subtitle).toBe('Turn The Page Second Night');
    expect(shown('(Untitled) (Second Night)')).toMatchObject({ work: 'Untitled', subtitle: 'Second Night' });
  });

  it('keeps a work for every title that holds a letter or a digit', () => {
    const piece = fc.oneof(
      fc.constantFrom('(', ')', '[', ']', ' - ', 'feat. ', 'Remix', 'Original Mix', 'mp3', 'VIP', ' ', '"', 'Ossa'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('').replaceAll('&', '');
        fc.pre(/[\p{L}\p{N}]/u.test(text));
        expect(fold(parseTitle(text).work)).not.toBe('');
      }),
    );
  });
});

describe('featuredIn', () => {
  it.each([
    ['feat. Ila Morrow', ['Ila Morrow']],
    ['Moth Parade ft Ila Morrow, Pim', ['Ila Morrow', 'Pim']],
    ['Original Mix', []],
    ['Defeat', []],
  ])('finds in %j the guests %j', (text, want) => {
    expect(featuredIn(text)).toEqual(want);
  });
});
