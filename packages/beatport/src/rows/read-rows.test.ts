import { describe, expect, it } from 'vitest';
import { apiTrackOf, flatTrackOf, LUMEN_DRIFT, searchRowOf } from '../../test/tracks.js';
import { readRows } from './read-rows.js';

const BASE = 'https://www.beatport.com';

/** The one track of a row, as a plain object. */
function read(row: unknown): Record<string, unknown> {
  const { tracks, skipped } = readRows([row], BASE);
  expect(skipped).toBe(0);
  expect(tracks).toHaveLength(1);
  return { ...tracks[0] };
}

describe('readRows', () => {
  it.each([
    ['a search row', searchRowOf()],
    ['a track of the API shape', apiTrackOf()],
    ['a flat track', flatTrackOf()],
  ])('reads %s into the same track', (_, row) => {
    expect(read(row)).toEqual(LUMEN_DRIFT);
  });

  it.each([
    ['a search row', { track_id: 5, track_name: 'Low Tide' }],
    ['a track of the API shape', { id: 5, name: 'Low Tide', mix_name: null }],
    ['a flat track', { track_id: 5, track_name: 'Low Tide', artists: [] }],
  ])('leaves absent what %s does not say', (_, row) => {
    expect(read(row)).toEqual({
      id: 5,
      url: `${BASE}/track/low-tide/5`,
      name: 'Low Tide',
      artists: [],
      remixers: [],
      genres: [],
    });
  });

  it('keeps the others when one row is broken, and counts it', () => {
    const rows = [
      searchRowOf({ track_id: 1 }),
      searchRowOf({ track_id: 'many' }),
      searchRowOf({ track_id: 2, track_name: ' ' }),
      searchRowOf({ track_id: 3 }),
    ];
    const { tracks, skipped } = readRows(rows, BASE);
    expect(tracks.map((track) => track.id)).toEqual([1, 3]);
    expect(skipped).toBe(2);
  });

  it('ignores rows that are not tracks', () => {
    const others = [
      { artist_id: 31, artist_name: 'Ada Vale' },
      { release_id: 880, release_name: 'Lumen Drift EP', tracks: [{ track_id: 4100001 }] },
      { id: 7, name: 'A chart', track_count: 10 },
      { id: 8, name: 'A release', artists: [], remixers: [], label: { id: 9, name: 'L' }, track_count: 2 },
      null,
      'row',
      [],
    ];
    expect(readRows(others, BASE)).toEqual({ tracks: [], skipped: 0 });
  });

  it('gives an id once, at its first place', () => {
    const rows = [
      searchRowOf({ track_name: 'First' }),
      searchRowOf({ track_id: 6 }),
      searchRowOf({ track_name: 'Again' }),
    ];
    expect(readRows(rows, BASE).tracks.map((track) => track.name)).toEqual(['First', 'Lumen Drift']);
  });

  it('keeps a person who is artist and remixer in both lists, and each list free of repeats', () => {
    const noisy = ['Artist', 'Remixer', 'Artist'].map((role) => ({
      artist_id: 31,
      artist_name: 'Ada Vale',
      artist_type_name: role,
    }));
    const track = read(searchRowOf({ artists: noisy }));
    expect(track.artists).toEqual([{ id: 31, name: 'Ada Vale' }]);
    expect(track.remixers).toEqual([{ id: 31, name: 'Ada Vale' }]);
  });

  it('leaves out people without a name, and keeps those without an id', () => {
    const artists = [{ name: ' ' }, { id: 1 }, { id: null, name: 'Oona' }, 'Oona'];
    expect(read(apiTrackOf({ artists })).artists).toEqual([{ name: 'Oona' }]);
  });

  it.each([
    ['bpm', { bpm: 0 }, 'bpm', undefined],
    ['bpm as text', { bpm: '87' }, 'bpm', 87],
    ['half a beat', { bpm: 87.5 }, 'bpm', 88],
    ['a senseless bpm', { bpm: 1e12 }, 'bpm', undefined],
    ['bpm null', { bpm: null }, 'bpm', undefined],
    ['bpm of another type', { bpm: { value: 3 } }, 'bpm', undefined],
    ['length 0', { length: 0 }, 'lengthMs', undefined],
    ['negative length', { length: -5 }, 'lengthMs', undefined],
    ['blank mix', { mix_name: ' ' }, 'mixName', undefined],
    ['mix in brackets', { mix_name: '(Extended  Mix )' }, 'mixName', 'Extended Mix'],
    ['mix in square brackets', { mix_name: '[VIP]' }, 'mixName', 'VIP'],
    ['brackets inside a mix', { mix_name: '(Kite) Mix (Edit)' }, 'mixName', '(Kite) Mix (Edit)'],
    ['line breaks in a title', { track_name: 'Lumen\n\t Drift\u200b\u00a0' }, 'name', 'Lumen Drift'],
    ['no label', { label: null }, 'label', undefined],
    ['release date absent', { release_date: null }, 'releaseDate', '2024-03-22'],
    ['no date at all', { release_date: '', publish_date: 7 }, 'releaseDate', undefined],
    ['an empty date', { release_date: '0000-00-00', publish_date: '0001-01-01' }, 'releaseDate', undefined],
    ['a day that is none', { release_date: '2023-02-30T00:00:00', publish_date: null }, 'releaseDate', undefined],
    ['a date with offset', { release_date: '2026-07-20T01:52:08-06:00' }, 'releaseDate', '2026-07-20'],
    ['a filler for an ISRC', { isrc: 'NA' }, 'isrc', undefined],
    ['several genres', { genre: [{ genre_name: 'House' }, {}, { genre_name: 'House' }] }, 'genres', ['House']],
    ['a lone genre', { genre: { genre_name: 'House' } }, 'genres', ['House']],
    ['numeric text as id', { track_id: '77' }, 'id', 77],
  ])('reads %s', (_, change, field, value) => {
    expect(read(searchRowOf(change))[field]).toEqual(value);
  });

  it.each([
    ['by name, whatever the number', { key: { id: 1, name: 'Db Major' } }, 'Db Major', { wheel: 3, mode: 'major' }],
    [
      'by its place on the wheel',
      { key: { camelot_number: 11, camelot_letter: 'B' } },
      '11B',
      { wheel: 11, mode: 'major' },
    ],
    ['in unicode', { key: { name: 'F♯ min' } }, 'F♯ min', { wheel: 11, mode: 'minor' }],
    ['that nobody knows', { key: { name: 'H Lydian' } }, 'H Lydian', undefined],
    ['by number alone: not at all', { key: { id: 3 } }, undefined, undefined],
    ['null', { key: null }, undefined, undefined],
  ])('reads a key %s', (_, change, name, key) => {
    const track = read(apiTrackOf(change));
    expect(track.keyName).toBe(name);
    expect(track.key).toEqual(key);
  });

  it('gives "A# Minor" and "Bb Minor" one place on the wheel', () => {
    expect(read(searchRowOf({ key_name: 'Bb Minor' })).key).toEqual(read(searchRowOf({ key_name: 'A# Minor' })).key);
  });

  it('takes the Camelot key of a flat track that names none', () => {
    expect(read(flatTrackOf({ key: null }))).toMatchObject({ keyName: '3A', key: { wheel: 3, mode: 'minor' } });
  });

  it('reads a sub-genre in both shapes', () => {
    expect(read(apiTrackOf({ sub_genre: { id: 1, name: 'Latin Tech' } })).subGenre).toBe('Latin Tech');
    const genre = { name: 'Tech House', sub_genre: { id: 1, name: 'Latin Tech' } };
    expect(read(flatTrackOf({ genre }))).toMatchObject({ genres: ['Tech House'], subGenre: 'Latin Tech' });
  });

  it('falls back to the day of publication in the API shape', () => {
    expect(read(apiTrackOf({ new_release_date: null })).releaseDate).toBe('2024-03-22');
  });

  it('is not misled by members named like those of every object', () => {
    const row: unknown = JSON.parse('{"__proto__":{"track_id":1,"track_name":"x"},"constructor":{"name":"y"}}');
    expect(readRows([row], BASE)).toEqual({ tracks: [], skipped: 0 });
    expect(Object.hasOwn(Object.prototype, 'track_id')).toBe(false);
  });
});
