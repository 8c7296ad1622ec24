import { describe, expect, it } from 'vitest';
import { catalogTrack, libraryTrack, type StoreFields } from '../../test/tracks.js';
import { catalogSlots } from '../slots/catalog-slots.js';
import { readTrack } from '../slots/readings.js';
import type { LibraryTrack } from '../track/library-track.js';
import { WEIGHTS } from '../weights/weights.js';
import { compare } from './compare.js';
import { findIdentifiers } from './identifiers.js';

function compared(mine: Partial<LibraryTrack>, theirs: StoreFields) {
  const track = libraryTrack(mine);
  const candidate = catalogTrack(theirs);
  const subject = { track, readings: readTrack(track), identifiers: findIdentifiers(track) };
  return compare(subject, candidate, catalogSlots(candidate), WEIGHTS);
}

const STORE: StoreFields = {
  ...{ id: 4711, name: 'Moth Parade', mixName: 'Original Mix', artists: ['Quillon'] },
  ...{ lengthMs: 372_000, bpm: 128, key: { wheel: 8, mode: 'minor' } },
  ...{ label: 'Tollgate', releaseDate: '2014-05-01', releaseName: 'Ladders' },
};

describe('compare', () => {
  it('adds up prior, weights and the penalty of the reading', () => {
    const result = compared({ name: 'Quillon - Moth Parade' }, STORE);
    expect(result?.evidence.map(({ name, weight }) => [name, weight])).toEqual([
      ['title', WEIGHTS['title.same']],
      ['artists', WEIGHTS['artists.same']],
      ['version', WEIGHTS['version.same']],
    ]);
    const sum = WEIGHTS['title.same'] + WEIGHTS['artists.same'] + WEIGHTS['version.same'];
    expect(result?.logOdds).toBeCloseTo(WEIGHTS.prior + sum - 0.3, 10);
    expect(result?.sameWork).toBe(true);
  });

  it('compares everything that both sides say', () => {
    const result = compared(
      {
        ...{ name: 'Moth Parade (Ossa Remix)', artist: 'Quillon', durationSeconds: 372, bpm: 128, tonality: '8A' },
        ...{ label: 'Tollgate', year: 2014, album: 'Ladders', path: '/music/16000001_Moth.mp3' },
      },
      { ...STORE, id: 16000001 },
    );
    expect(result?.evidence.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
      'title agree',
      'artists agree',
      'remixer disagree',
      'version disagree',
      'length agree',
      'bpm agree',
      'key agree',
      'label agree',
      'year agree',
      'release agree',
      'identifier agree',
    ]);
  });

  it('takes the reading that speaks best for the candidate', () => {
    const mine = { name: 'Moth Parade - Quillon' };
    expect(compared(mine, STORE)?.reading.source).toBe('name swapped');
    expect(compared(mine, { name: 'Quillon', artists: ['Moth Parade'] })?.reading.source).toBe('name');
  });

  it('stops at another title', () => {
    const result = compared({ name: 'Copper Lantern', artist: 'Quillon', bpm: 128 }, STORE);
    expect(result?.evidence.map((one) => one.name)).toEqual(['title']);
    expect(result?.logOdds).toBe(WEIGHTS.prior + WEIGHTS['title.other']);
    expect(result?.sameWork).toBe(false);
  });

  it.each([
    ['Moth Parade (Dub)', 'Quillon', true],
    ['Moth Parades', 'Quillon', true],
    ['Moth Parade', 'Quillon, Pim', true],
    ['Moth Parasol', 'Quillon', false],
    ['Moth Parade', 'Volmer', false],
    ['Moth Parade', '', false],
  ])('sees in %s by %j the same work: %s', (name, artist, want) => {
    expect(compared({ name, artist }, STORE)?.sameWork).toBe(want);
  });

  it('has nothing to say of a track that cannot be read', () => {
    expect(compared({}, STORE)).toBeUndefined();
  });
});
