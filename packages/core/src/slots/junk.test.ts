import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJunkBracket, isSite, stripSites, stripSurroundings } from './junk.js';

describe('isSite', () => {
  it.each(['www.tunedepot.net', 'tunedepot.ru', '[tunedepot.com]', 'vk.com/tune_depot', 'https://tunedepot.fm/a?b'])(
    'sees an address in %j',
    (text) => {
      expect(isSite(text)).toBe(true);
    },
  );

  it.each(['Quillon', 'Quillon www.tunedepot.net', 'M.O.T.H.', 'Moth vs. Lantern', '1/2', '', 'Volume 2.0'])(
    'sees none in %j',
    (text) => {
      expect(isSite(text)).toBe(false);
    },
  );
});

describe('stripSites', () => {
  it.each([
    ['Moth www.tunedepot.net Parade', 'Moth Parade'],
    ['Moth Parade (tunedepot.co.in)', 'Moth Parade ( )'],
    ['M.O.T.H. Parade', 'M.O.T.H. Parade'],
  ])('makes of %j %j', (text, want) => {
    expect(stripSites(text)).toBe(want);
  });
});

describe('isJunkBracket', () => {
  it.each(['Free Download', 'FREE DL', 'Out Now', 'Premiere', 'Official Audio', 'Lyrics', 'HD', 'Master', 'Final'])(
    'drops (%s)',
    (text) => {
      expect(isJunkBracket(text)).toBe(true);
    },
  );
  it.each(['320kbps', '24 bit', '1999', '1425367980', 'TLG014', 'TLG 014', 'Tollgate Records', 'prod. Ossa', 'x.com'])(
    'drops (%s)',
    (text) => {
      expect(isJunkBracket(text)).toBe(true);
    },
  );
  it.each(['Turn The Page', 'Finally', 'Freedom', 'Part 2', '808', 'Videotape', 'Madness'])('keeps (%s)', (text) => {
    expect(isJunkBracket(text)).toBe(false);
  });
});

describe('stripSurroundings', () => {
  it('leaves something of every text that holds a letter and is no address', () => {
    const piece = fc.constantFrom(
      '01 ',
      'A1 ',
      'premiere: ',
      '.mp3',
      '_',
      '-',
      ' free dl',
      ' 128bpm',
      ' - 8A',
      'Moth',
      '(',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        fc.pre(/\p{L}/u.test(text) && !isSite(text));
        expect(stripSurroundings(text)).toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
