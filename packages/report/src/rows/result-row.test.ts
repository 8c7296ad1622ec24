import { describe, expect, it } from 'vitest';
import { bareCandidate, candidate, matched, unmatched } from '../../test-support/results.js';
import { toResultRow } from './result-row.js';

const NO_SIBLING = {
  sibling_track_id: null,
  sibling_url: null,
  sibling_title: null,
  sibling_mix: null,
  sibling_label: null,
  sibling_genres: [],
  sibling_release_date: null,
};

describe('toResultRow', () => {
  it('writes a matched track under the names of the files', () => {
    const beatport = {
      beatport_track_id: 4711,
      beatport_url: 'https://store.example/track/night-bus/4711',
      beatport_title: 'Night Bus',
      beatport_mix: 'Extended Mix',
      beatport_artists: ['Ada Lund', 'Bo & Co'],
      beatport_remixers: ['Cy'],
      beatport_key: 'A# Minor',
      beatport_key_camelot: '3A',
      beatport_bpm: 124,
      beatport_length_ms: 372_000,
      beatport_year: 2019,
      beatport_label: 'Depot',
      beatport_genres: ['House'],
      beatport_sub_genre: 'Deep',
      beatport_release: 'Night Bus EP',
      beatport_release_date: '2019-03-08',
      beatport_isrc: 'GBABC1900001',
      beatport_catalog_number: 'DEP012',
      beatport_other_ids: [4712, 4800],
    };
    expect(toResultRow(matched({ candidates: [candidate()] }))).toEqual({
      playlist: 'Sets/Warm up',
      playlist_index: 1,
      track_id: '31337',
      title: 'Night Bus (Extended Mix)',
      artist: 'Ada Lund, Bo & Co',
      status: 'matched',
      matched: true,
      match_score: 97.4,
      confidence: 'high',
      reason: 'Title, artists and version agree.',
      ...beatport,
      ...NO_SIBLING,
      candidates: [
        {
          ...beatport,
          match_score: 97.4,
          evidence: [
            { name: 'title', verdict: 'agree', weight: 2.71, detail: 'the same' },
            { name: 'length', verdict: 'disagree', weight: 0, detail: '6:12 against 6:14' },
          ],
        },
      ],
      queries: [{ index: 0, text: 'night bus ada lund', type: 'priority', candidates_found: 2, cumulative: 2 }],
    });
  });

  it('writes null or an empty list for what is not there', () => {
    const row = toResultRow(unmatched());
    expect(row).toMatchObject({ matched: false, match_score: 0, confidence: null, candidates: [] });
    const beatport = Object.entries(row).filter(([name]) => name.startsWith('beatport_'));
    expect(beatport).toHaveLength(19);
    const lists = ['beatport_artists', 'beatport_remixers', 'beatport_genres', 'beatport_other_ids'];
    for (const [name, value] of beatport) expect([name, value]).toEqual([name, lists.includes(name) ? [] : null]);
  });

  it('keeps the best candidate out of the fields of a track a person should look at', () => {
    const row = toResultRow(unmatched({ status: 'review', matchScore: 61.25, candidates: [candidate()] }));
    expect(row).toMatchObject({ status: 'review', matched: false, match_score: 61.3, beatport_track_id: null });
    expect(row.candidates[0]?.beatport_track_id).toBe(4711);
  });

  it('tells of another version what may be borrowed, and neither its key nor its tempo nor its length', () => {
    const row = toResultRow(unmatched({ candidates: [candidate()], sibling: candidate() }));
    const told = Object.entries(row).filter(([name]) => name.startsWith('sibling_'));
    expect(Object.fromEntries(told)).toEqual({
      sibling_track_id: 4711,
      sibling_url: 'https://store.example/track/night-bus/4711',
      sibling_title: 'Night Bus',
      sibling_mix: 'Extended Mix',
      sibling_label: 'Depot',
      sibling_genres: ['House'],
      sibling_release_date: '2019-03-08',
    });
    expect(row).toMatchObject({ matched: false, beatport_track_id: null, beatport_key: null, beatport_bpm: null });
    expect(toResultRow(unmatched())).toMatchObject(NO_SIBLING);
    expect(toResultRow(unmatched({ sibling: bareCandidate() }))).toMatchObject({
      ...NO_SIBLING,
      sibling_track_id: 5,
      sibling_url: 'https://store.example/track/x/5',
      sibling_title: 'X',
    });
  });

  it('reads no year from a date that has none', () => {
    expect(toResultRow(matched({ match: bareCandidate() })).beatport_year).toBeNull();
  });

  it('always has its fields in the same order', () => {
    expect(Object.keys(toResultRow(matched()))).toEqual(Object.keys(toResultRow(unmatched())));
  });
});
