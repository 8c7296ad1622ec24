import type { Candidate, CatalogTrackId, LibraryTrack, TrackResult } from '@cuepoint/core';

/** A store number for a test. The brand is a promise of the store's parser, which no test here goes through. */
const id = (value: number) => value as CatalogTrackId;

/** A track of a library, with every field set. */
export function libraryTrack(more: Partial<LibraryTrack> = {}): LibraryTrack {
  return {
    trackId: '41',
    name: 'Night Bus (Extended Mix)',
    artist: 'Ada Lund',
    album: 'Night Bus EP',
    remixer: '',
    mix: '',
    label: 'Depot',
    genre: 'House',
    comments: '',
    tonality: '3A',
    durationSeconds: 372,
    bpm: 124.01,
    year: 2019,
    path: '/music/Night Bus.aiff',
    source: 'file',
    ...more,
  };
}

/** A candidate of which the store tells everything. */
export function candidate(more: Partial<Candidate['track']> = {}): Candidate {
  return {
    track: {
      id: id(4711),
      url: 'https://store.example/track/night-bus/4711',
      name: 'Night Bus',
      mixName: 'Extended Mix',
      artists: [{ id: 7, name: 'Ada Lund' }, { name: 'Bo & Co' }],
      remixers: [{ name: 'Cy' }],
      keyName: 'A# Minor',
      key: { wheel: 3, mode: 'minor' },
      bpm: 124,
      lengthMs: 372_000,
      label: 'Depot',
      genres: ['House'],
      subGenre: 'Deep',
      releaseId: 99,
      releaseName: 'Night Bus EP',
      releaseDate: '2019-03-08',
      isrc: 'GBABC1900001',
      catalogNumber: 'DEP012',
      ...more,
    },
    matchScore: 97.449,
    evidence: [
      { name: 'title', verdict: 'agree', weight: 2.71449, detail: 'the same' },
      { name: 'length', verdict: 'disagree', weight: -0.001, detail: '6:12 against 6:14' },
    ],
    otherIds: [id(4712), id(4800)],
  };
}

/** A matched track. */
export function matched(more: Partial<TrackResult> = {}): TrackResult {
  return {
    playlist: 'Sets/Warm up',
    playlistIndex: 3,
    track: libraryTrack(),
    status: 'matched',
    matchScore: 97.449,
    confidence: 'high',
    reason: 'Title, artists and length agree.',
    match: candidate(),
    candidates: [candidate(), candidate({ id: id(5), url: 'https://store.example/track/night-bus/5' })],
    queries: [{ index: 0, text: 'Night Bus Ada Lund', type: 'priority', found: 2, cumulative: 2 }],
    earlyExit: true,
    ...more,
  };
}

/** A track that is not sold, of which there is little to say. */
export function unmatched(): TrackResult {
  const { match, ...rest } = matched();
  return {
    ...rest,
    status: 'unmatched',
    matchScore: 0,
    confidence: null,
    candidates: [],
    queries: [],
    earlyExit: false,
  };
}
