import { describe, expect, it } from 'vitest';
import { compared } from '../../test/compared.js';
import type { StoreFields } from '../../test/tracks.js';
import { groupByRecording } from '../score/recordings.js';
import { CUTS, decide, toCandidate } from './decide.js';

const MINE = { name: 'Moth Parade', artist: 'Quillon', durationSeconds: 372, bpm: 128 };
const THEIRS: StoreFields = {
  ...{ id: 1, name: 'Moth Parade', mixName: 'Original Mix', artists: ['Quillon'], lengthMs: 372_000, bpm: 128 },
};

const recordings = (...fields: readonly StoreFields[]) =>
  groupByRecording(fields.map((one) => compared(MINE, { ...THEIRS, ...one })));

describe('decide', () => {
  it.each([
    [100, 'high'],
    [CUTS.high, 'high'],
    [94.9, 'medium'],
    [CUTS.medium, 'medium'],
    [84.9, 'low'],
    [CUTS.matched, 'low'],
  ])('matches at %d with confidence %s', (score, confidence) => {
    expect(decide(recordings({}), [score])).toEqual({
      status: 'matched',
      confidence,
      reason: 'Same title, artists, version, length and tempo.',
      sibling: false,
    });
  });

  it('says what speaks against a match', () => {
    expect(decide(recordings({ lengthMs: 450_000, bpm: 131 }), [80]).reason).toBe(
      'Same title, artists and version; other length and tempo.',
    );
  });

  it.each([69.9, CUTS.review])('asks for review at %d, and says why', (score) => {
    expect(decide(recordings({ lengthMs: 282_000 }), [score, 3])).toEqual({
      status: 'review',
      confidence: null,
      reason: 'Not sure: other length (6:12 against 4:42).',
      sibling: false,
    });
  });

  it('says that two versions fit equally', () => {
    const two = recordings({ id: 1 }, { id: 2, mixName: 'Extended Mix' });
    expect(decide(two, [48, 24]).reason).toBe('Two versions fit about equally well: listen before you choose.');
    expect(decide(two, [48, 23.9]).reason).toBe('Not sure: there is too little to go by.');
  });

  it('offers another version for review as what it is', () => {
    const decision = decide(recordings({ mixName: 'Ossa Remix' }), [40]);
    expect(decision).toMatchObject({ status: 'review', sibling: true });
    expect(decision.reason).toContain('other remixer (nobody named against ossa)');
  });

  it('does not match another version when the wanted one is not sold', () => {
    const decision = decide(recordings({ mixName: 'Ossa Remix' }), [24.9]);
    expect(decision).toMatchObject({ status: 'unmatched', confidence: null, sibling: true });
    expect(decision.reason).toMatch(/^Only another version is sold: other \w+ \(.+ against .+\), other /);
  });

  it('finds nothing in another track of that name', () => {
    expect(decide(recordings({ artists: ['Volmer'] }), [2])).toEqual({
      status: 'unmatched',
      confidence: null,
      reason: 'Nothing found that is this track.',
      sibling: false,
    });
  });

  it('finds nothing in nothing', () => {
    expect(decide([], [])).toEqual({
      status: 'unmatched',
      confidence: null,
      reason: 'Nothing found under this name.',
      sibling: false,
    });
  });
});

describe('toCandidate', () => {
  it('gives the preferred release, its evidence and the other ids', () => {
    const [recording] = recordings({ id: 9, releaseDate: '2011-01-01' }, { id: 7 }, { id: 3 });
    const candidate = recording && toCandidate(recording, 88.8);
    expect(candidate).toMatchObject({ matchScore: 88.8, otherIds: [3, 7] });
    expect(candidate?.track.id).toBe(9);
    expect(candidate?.evidence).toBe(recording?.members[0].comparison.evidence);
  });
});
