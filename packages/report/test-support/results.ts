import { type Candidate, type CatalogTrackId, parseKey, type TrackResult } from '@cuepoint/core';
import type { RunRecord } from '../src/index.js';

/** A store number for a test. The brand is a promise of the store's parser, which no test here goes through. */
const id = (value: number) => value as CatalogTrackId;

/** A candidate of which the store tells everything. */
export function candidate(more: Partial<Candidate['track']> = {}): Candidate {
  const key = parseKey('A# Minor');
  return {
    track: {
      id: id(4711),
      url: 'https://store.example/track/night-bus/4711',
      name: 'Night Bus',
      mixName: 'Extended Mix',
      artists: [{ id: 7, name: 'Ada Lund' }, { name: 'Bo & Co' }],
      remixers: [{ name: 'Cy' }],
      keyName: 'A# Minor',
      ...(key === undefined ? {} : { key }),
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

/** A candidate of which the store tells only what it must. */
export function bareCandidate(): Candidate {
  return {
    track: { id: id(5), url: 'https://store.example/track/x/5', name: 'X', artists: [], remixers: [], genres: [] },
    matchScore: 12,
    evidence: [],
    otherIds: [],
  };
}

/** A matched track. */
export function matched(more: Partial<TrackResult> = {}): TrackResult {
  return {
    playlist: 'Sets/Warm up',
    playlistIndex: 1,
    track: {
      trackId: '31337',
      name: 'Night Bus (Extended Mix)',
      artist: 'Ada Lund, Bo & Co',
      album: '',
      remixer: '',
      mix: '',
      label: '',
      genre: '',
      comments: '',
      tonality: '',
      source: 'file',
    },
    status: 'matched',
    matchScore: 97.449,
    confidence: 'high',
    reason: 'Title, artists and version agree.',
    match: candidate(),
    candidates: [candidate(), bareCandidate()],
    queries: [{ index: 0, text: 'night bus ada lund', type: 'priority', found: 2, cumulative: 2 }],
    earlyExit: true,
    ...more,
  };
}

/** A track without an answer. */
export function unmatched(more: Partial<TrackResult> = {}): TrackResult {
  const { match: _, ...rest } = matched();
  const nothing = { matchScore: 0, confidence: null, reason: 'Nothing alike is sold.', candidates: [] };
  return { ...rest, ...nothing, status: 'unmatched', playlistIndex: 2, ...more };
}

/** A run that went through. */
export function runRecord(more: Partial<RunRecord> = {}): RunRecord {
  return {
    toolVersion: '0.1.0',
    fetcher: 'sync',
    settings: { max_rate: 4, site: 'https://store.example', extended: true, api_token: null },
    library: { path: '/music/library.xml', sha256: 'ab'.repeat(32) },
    playlists: ['Sets/Warm up'],
    startedAt: new Date('2026-11-20T10:00:00Z'),
    finishedAt: new Date('2026-11-20T10:00:09Z'),
    stopped: null,
    requests: 3,
    ...more,
  };
}
