/** One made-up track in every generation's own words. All of them mean the same. */

/** A row of search results. */
export function searchRowOf(changes: object = {}): object {
  return {
    score: 512.25,
    track_id: 4100001,
    track_name: 'Lumen  Drift ',
    mix_name: 'Kite Extended Remix',
    artists: [
      { artist_id: 31, artist_name: 'Ada Vale', artist_type_name: 'Artist' },
      { artist_id: 47, artist_name: 'Kite ', artist_type_name: 'Remixer' },
    ],
    bpm: 124,
    key_id: 26,
    key_name: 'A# Minor',
    length: 372500,
    label: { enabled: 1, label_id: 9, label_name: 'Harbour Lights ' },
    genre: [{ genre_id: 12, genre_name: 'Deep House' }],
    release: { release_id: 880, release_name: 'Lumen Drift EP' },
    release_date: '2024-03-08T00:00:00',
    publish_date: '2024-03-22T00:00:00',
    isrc: 'GB-ABC-24-00017',
    catalog_number: 'HL017',
    ...changes,
  };
}

/** The track of a track page until 2026, and of the API. */
export function apiTrackOf(changes: object = {}): object {
  return {
    id: 4100001,
    slug: 'lumen-drift',
    name: 'Lumen  Drift ',
    mix_name: 'Kite Extended Remix',
    artists: [{ id: 31, name: 'Ada Vale', slug: 'ada-vale' }],
    remixers: [{ id: 47, name: 'Kite ', slug: 'kite' }],
    bpm: 124,
    key: { id: 26, name: 'A# Minor', camelot_number: 3, camelot_letter: 'A', letter: 'A', is_sharp: true },
    length: '6:12',
    length_ms: 372500,
    genre: { id: 12, name: 'Deep House' },
    sub_genre: null,
    release: { id: 880, name: 'Lumen Drift EP', label: { id: 9, name: 'Harbour Lights ' } },
    new_release_date: '2024-03-08',
    publish_date: '2024-03-22',
    isrc: 'GBABC2400017',
    catalog_number: 'HL017',
    ...changes,
  };
}

/** The track of a track page since 2026. */
export function flatTrackOf(changes: object = {}): object {
  return {
    track_id: 4100001,
    track_name: 'Lumen  Drift ',
    mix_name: 'Kite Extended Remix',
    track_length_ms: 372500,
    bpm: 124,
    key: 'A# Minor',
    key_camelot: '3A',
    isrc: 'GBABC2400017',
    track_number: '2',
    artists: [
      { id: 31, name: 'Ada Vale', type: 'Artist', slug: 'ada-vale' },
      { id: 47, name: 'Kite ', type: 'Remixer', slug: 'kite' },
    ],
    genre: { id: 12, name: 'Deep House', sub_genre: { id: null, name: null, slug: '' } },
    release: { id: 880, name: 'Lumen Drift EP', catalog_number: 'HL017', release_date: '2024-03-08T00:00:00' },
    label: { id: 9, name: 'Harbour Lights ' },
    ...changes,
  };
}

/** What all three mean. */
export const LUMEN_DRIFT = {
  id: 4100001,
  url: 'https://www.beatport.com/track/lumen-drift/4100001',
  name: 'Lumen Drift',
  mixName: 'Kite Extended Remix',
  artists: [{ id: 31, name: 'Ada Vale' }],
  remixers: [{ id: 47, name: 'Kite' }],
  keyName: 'A# Minor',
  key: { wheel: 3, mode: 'minor' },
  bpm: 124,
  lengthMs: 372500,
  label: 'Harbour Lights',
  genres: ['Deep House'],
  releaseId: 880,
  releaseName: 'Lumen Drift EP',
  releaseDate: '2024-03-08',
  isrc: 'GBABC2400017',
  catalogNumber: 'HL017',
};
