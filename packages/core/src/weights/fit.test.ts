import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../test/compared.js';
import { catalogId, catalogTrack, type StoreFields } from '../../test/tracks.js';
import { catalogSlots } from '../slots/catalog-slots.js';
import type { LibraryTrack } from '../track/library-track.js';
import { type FitOptions, fitWeights, type LabelledTrack } from './fit.js';
import { GUESSES } from './guesses.js';
import { WEIGHTS, type Weights } from './weights.js';

function labelled(
  mine: Partial<LibraryTrack>,
  candidates: readonly StoreFields[],
  right: readonly number[],
): LabelledTrack {
  return {
    subject: subjectOf({ name: 'Moth Parade', artist: 'Quillon', ...mine }),
    candidates: candidates.map((fields) => {
      const track = catalogTrack({ artists: ['Quillon'], mixName: 'Original Mix', ...fields });
      return { track, slots: catalogSlots(track) };
    }),
    right: new Set(right.map(catalogId)),
  };
}

const QUICK: Partial<FitOptions> = { rounds: 1, steps: 120 };

/** Tracks whose right recording always has another tempo than the library says. */
const OTHER_TEMPO = Array.from({ length: 5 }, () => labelled({ bpm: 128 }, [{ id: 1, bpm: 100 }], [1]));
/** Tracks of which the store has the dub only, and the dub is not what is looked for. */
const DUB_ONLY = Array.from({ length: 5 }, () => labelled({}, [{ id: 1, mixName: 'Dub' }], []));

const moved = (tracks: readonly LabelledTrack[], options: Partial<FitOptions> = {}) => {
  const fitted = fitWeights(tracks, { ...QUICK, ...options });
  return (name: keyof Weights) => fitted[name] - GUESSES[name];
};

describe('fitWeights', () => {
  it('keeps the guesses where no label speaks', () => {
    expect(fitWeights([], QUICK)).toEqual(GUESSES);
    expect(fitWeights([labelled({}, [{ id: 1, name: 'Copper Lantern' }], [1])], QUICK)).toEqual(GUESSES);
  });

  it('raises what right recordings show, and touches nothing else', () => {
    const change = moved(OTHER_TEMPO);
    expect(change('bpm.other')).toBeGreaterThan(0.01);
    expect(change('title.same')).toBeGreaterThan(0.01);
    expect(change('key.other')).toBe(0);
    expect(change('bpm.same')).toBe(0);
  });

  it('lowers what wrong recordings show', () => {
    const change = moved(DUB_ONLY);
    expect(change('version.other')).toBeLessThan(-0.01);
    expect(change('prior')).toBeLessThan(-0.01);
  });

  it('stays the closer to the guesses the stronger they pull', () => {
    const loose = moved(OTHER_TEMPO, { ridge: 0.1 })('bpm.other');
    const tight = moved(OTHER_TEMPO, { ridge: 10 })('bpm.other');
    expect(tight).toBeGreaterThan(0);
    expect(tight).toBeLessThan(loose / 2);
  });

  it('counts a recording as right by any of its releases', () => {
    const sold = [
      { id: 1, releaseDate: '2001-01-01' },
      { id: 2, releaseDate: '2019-01-01' },
    ];
    expect(fitWeights([labelled({}, sold, [2])], QUICK)).toEqual(fitWeights([labelled({}, sold, [1])], QUICK));
  });

  it('gives the same weights for the same labels', () => {
    const tracks = [...OTHER_TEMPO, ...DUB_ONLY];
    expect(fitWeights(tracks, QUICK)).toEqual(fitWeights(tracks, QUICK));
  });
});

describe('the weights', () => {
  it.each([
    ['in use', WEIGHTS],
    ['guessed', GUESSES],
  ])('%s speak for a candidate where things agree, and against it where they do not', (_which, weights: Weights) => {
    expect(Object.keys(weights)).toEqual(Object.keys(WEIGHTS));
    expect(weights.prior).toBeLessThan(0);
    for (const name of ['title', 'artists', 'version', 'bpm', 'key', 'label', 'year'] as const) {
      const other = weights[`${name}.other`];
      expect(weights[`${name}.same`], name).toBeGreaterThan(other);
    }
    expect(weights['length.same']).toBeGreaterThan(weights['length.shorter']);
    expect(weights['length.same']).toBeGreaterThan(weights['length.longer']);
    expect(weights['title.same']).toBeGreaterThan(weights['title.near']);
    expect(weights['remixer.same']).toBeGreaterThan(weights['remixer.other']);
    expect(weights['identifier.same']).toBeGreaterThan(0);
  });
});
