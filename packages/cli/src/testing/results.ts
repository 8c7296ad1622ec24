import type { Candidate, TrackResult } from '@cuepoint/engine';

/** A result with everything a printer reads; what a case is about is given. */
export function aResult(track: Partial<TrackResult['track']>, given: Partial<TrackResult>): TrackResult {
  return {
    playlist: 'Sets/Friday',
    playlistIndex: 1,
    track: {
      trackId: '1',
      name: '',
      artist: '',
      album: '',
      remixer: '',
      mix: '',
      label: '',
      genre: '',
      comments: '',
      tonality: '',
      source: 'file',
      ...track,
    },
    status: 'unmatched',
    matchScore: 0,
    confidence: null,
    reason: '',
    candidates: [],
    queries: [],
    earlyExit: false,
    ...given,
  };
}

/** A candidate in 8A. */
export function aCandidate(track: Partial<Candidate['track']>): Candidate {
  return {
    track: {
      id: 1 as Candidate['track']['id'],
      url: 'https://example.org/track/1',
      name: '',
      artists: [],
      remixers: [],
      genres: [],
      key: { wheel: 8, mode: 'minor' },
      ...track,
    },
    matchScore: 0,
    evidence: [],
    otherIds: [],
  };
}
