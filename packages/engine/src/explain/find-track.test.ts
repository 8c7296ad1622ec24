import { parseLibrary, type RekordboxLibrary } from '@cuepoint/rekordbox';
import { beforeAll, describe, expect, it } from 'vitest';
import { findTrack } from './find-track.js';

const TRACKS: readonly (readonly [id: string, artist: string, name: string])[] = [
  ['1', 'Ada Lindqvist', 'North Pier'],
  ['2', 'Bo &amp; Co', 'North Pier (Dub)'],
  ['30', 'Ødegård', 'Vårnatt'],
  ['4', 'Someone', '30'],
  ['5', 'Кино', 'Группа крови'],
  ['6', '', '&#10;'],
  ...Array.from({ length: 12 }, (_, nth) => [`7${nth}`, 'Loop', `Tool ${nth}`] as const),
];

let library: RekordboxLibrary;
beforeAll(async () => {
  const rows = TRACKS.map(([id, artist, name]) => `<TRACK TrackID="${id}" Artist="${artist}" Name="${name}"/>`);
  const xml = `<DJ_PLAYLISTS Version="1.0.0"><COLLECTION Entries="${rows.length}">${rows.join('')}</COLLECTION></DJ_PLAYLISTS>`;
  async function* bytes() {
    yield new TextEncoder().encode(xml);
  }
  library = await parseLibrary(bytes(), { name: 'library.xml' });
});

describe('findTrack', () => {
  it.each([
    ['an id', '2', '2'],
    ['an id that is a title as well', '30', '30'],
    ['an id with space around it', ' 5 ', '5'],
    ['a whole title, though another holds it', 'north pier', '1'],
    ['a part of a title', 'pier dub', '2'],
    ['artist and title', 'lindqvist north', '1'],
    ['letters without their accents', 'varnatt', '30'],
    ['another script', 'группа', '5'],
    ['another script in Latin letters', 'gruppa', '5'],
  ])('takes %s', (_what, text, id) => {
    expect(findTrack(library, text).trackId).toBe(id);
  });

  it('names the tracks that a text fits, with their ids, and counts the rest', () => {
    expect(() => findTrack(library, 'Pier')).toThrowError(
      expect.objectContaining({
        code: 'TRACK_AMBIGUOUS',
        message: '"Pier" fits 2 tracks:\n  1  Ada Lindqvist – North Pier\n  2  Bo & Co – North Pier (Dub)',
        hint: 'Give the id of the one you mean, or more of its title.',
      }),
    );
    expect(() => findTrack(library, 'tool')).toThrowError(
      /^"tool" fits 12 tracks:\n {3}70 {2}Loop – Tool 0\n(?:.+\n){9} {2}… and 2 more$/,
    );
  });

  it.each([
    ['a slip', 'Nort Peir', 'Did you mean Ada Lindqvist – North Pier (1)?'],
    ['nothing like it', 'qqqq', 'Give its TrackID, which stands in results.csv'],
    ['no text at all', '  ', 'Give its TrackID'],
  ])('does not find %s, and helps', (_what, text, hint) => {
    expect(() => findTrack(library, text)).toThrowError(
      expect.objectContaining({ code: 'TRACK_NOT_FOUND', hint: expect.stringContaining(hint) }),
    );
  });
});
