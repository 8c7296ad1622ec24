import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../test/compared.js';
import { catalogTrack, type StoreFields } from '../../test/tracks.js';
import { WEIGHTS } from '../weights/weights.js';
import { CandidatePool } from './candidate-pool.js';

const ORIGINAL: StoreFields = { name: 'Moth Parade', mixName: 'Original Mix', artists: ['Quillon'] };

function pool(...fields: readonly StoreFields[]) {
  const made = new CandidatePool(subjectOf({ name: 'Moth Parade', artist: 'Quillon' }), WEIGHTS, 'original');
  made.add(fields.map((one) => catalogTrack({ ...ORIGINAL, ...one })));
  return made;
}

describe('CandidatePool', () => {
  it('is empty at first', () => {
    const empty = pool();
    expect([empty.size, empty.hasWork, empty.standing()]).toEqual([0, false, { recordings: [], scores: [] }]);
  });

  it('counts each candidate once, those of another title too', () => {
    const made = pool({ id: 1 }, { id: 2, name: 'Copper Lantern' }, { id: 1 });
    made.add([catalogTrack({ ...ORIGINAL, id: 2 }), catalogTrack({ ...ORIGINAL, id: 3, mixName: 'Dub' })]);
    expect(made.size).toBe(3);
    const ids = made.standing().recordings.map((recording) => recording.members.map((one) => one.track.id));
    expect(ids).toEqual([[1], [3]]);
  });

  it('knows whether a version of the work is there', () => {
    expect(pool({ id: 1, name: 'Copper Lantern' }, { id: 2, artists: ['Volmer'] }).hasWork).toBe(false);
    expect(pool({ id: 1, mixName: 'Ossa Remix' }).hasWork).toBe(true);
  });

  it('scores from 0 to 100 with one decimal, best first, and 100 at most together', () => {
    const { scores } = pool({ id: 1 }, { id: 2, mixName: 'Dub' }, { id: 3, mixName: 'Extended Mix' }).standing();
    expect(scores).toHaveLength(3);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const score of scores) expect(Math.round(score * 10) / 10).toBe(score);
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(100.2);
  });

  it('lets two recordings that fit equally share, so that neither is certain', () => {
    const { scores } = pool({ id: 1, lengthMs: 300_000 }, { id: 2, lengthMs: 360_000 }).standing();
    expect(scores).toHaveLength(2);
    expect(scores[0]).toBe(scores[1]);
    expect(scores[0]).toBeLessThanOrEqual(50);
  });

  it('gives the same whatever the order of the answers', () => {
    const fields = [{ id: 1 }, { id: 2, mixName: 'Dub' }, { id: 3, releaseDate: '2001-01-01' }];
    expect(pool(...fields.toReversed()).standing()).toEqual(pool(...fields).standing());
  });
});
