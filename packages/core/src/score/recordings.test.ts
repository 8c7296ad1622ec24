import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compared } from '../../test/compared.js';
import type { StoreFields } from '../../test/tracks.js';
import { groupByRecording, type ReleasePreference } from './recordings.js';

const MINE = { name: 'Moth Parade', artist: 'Quillon', label: 'Northgate', durationSeconds: 372 };
const THEIRS: StoreFields = { name: 'Moth Parade', mixName: 'Original Mix', artists: ['Quillon'], lengthMs: 372_000 };

const candidate = (fields: StoreFields) => compared(MINE, { ...THEIRS, ...fields });

/** The ids of every recording, the one to hand back first. */
function grouped(fields: readonly StoreFields[], prefer?: ReleasePreference) {
  return groupByRecording(fields.map(candidate), prefer).map((recording) =>
    recording.members.map((member) => member.track.id),
  );
}

describe('groupByRecording', () => {
  it.each<[string, StoreFields]>([
    ['sold again', {}],
    ['no version named', { mixName: '' }],
    ['three seconds longer', { lengthMs: 375_000 }],
    ['artists in another order', { artists: ['Volmer', 'Quillon'] }],
    ['written otherwise', { name: 'MOTH PARADE' }],
  ])('takes for one recording: %s', (_title, fields) => {
    expect(grouped([{ id: 1 }, { id: 2, ...fields }])).toEqual([[1, 2]]);
  });

  it('takes for one recording what has no length to tell it apart', () => {
    const { lengthMs: _length, ...silent } = THEIRS;
    const two = [compared(MINE, { ...silent, id: 1 }), compared(MINE, { ...THEIRS, id: 2 })];
    expect(groupByRecording(two)).toHaveLength(1);
  });

  it('takes for one recording what has one ISRC, whatever its length', () => {
    const isrc = 'QZABC1900042';
    expect(
      grouped([
        { id: 1, isrc },
        { id: 2, isrc, lengthMs: 420_000 },
      ]),
    ).toEqual([[1, 2]]);
    expect(
      grouped([
        { id: 1, isrc },
        { id: 2, isrc: 'QZABC1900043', lengthMs: 420_000 },
      ]),
    ).toHaveLength(2);
  });

  it.each<[string, StoreFields]>([
    ['the extended mix', { mixName: 'Extended Mix' }],
    ['a dub', { mixName: 'Dub' }],
    ['a remix', { mixName: 'Ossa Remix' }],
    ['another length', { lengthMs: 380_000 }],
    ['another title', { name: 'Moth Parades' }],
    ['other artists', { artists: ['Volmer'] }],
    ['another duo with "and" in common', { artists: ['Hollin & Marsh'] }],
    ['another band with "the" in common', { artists: ['The Volmers'] }],
  ])('keeps apart: %s', (_title, fields) => {
    const base = { id: 1, artists: ['The Quillons & Brandel'] };
    expect(grouped([base, { ...base, id: 2, ...fields }])).toHaveLength(2);
  });

  const RELEASES: readonly StoreFields[] = [
    { id: 7, releaseDate: '2015-03-01', label: 'Tollgate' },
    { id: 5, releaseDate: '2019-01-01', label: 'Northgate' },
    { id: 6, releaseDate: '2012-06-01', label: 'Tollgate' },
    { id: 8, releaseDate: '2012-06-01', label: 'Tollgate' },
    { id: 4, label: 'Northgate' },
  ];

  it.each<[ReleasePreference | undefined, readonly number[]]>([
    [undefined, [6, 8, 7, 5, 4]],
    ['original', [6, 8, 7, 5, 4]],
    ['newest', [5, 7, 6, 8, 4]],
    ['label', [5, 4, 6, 8, 7]],
  ])('hands back by preference %s the releases %j', (prefer, ids) => {
    expect(grouped(RELEASES, prefer)).toEqual([ids]);
  });

  it('counts a recording once, by its best release', () => {
    const two = [candidate({ id: 1, label: 'Northgate' }), candidate({ id: 2, label: 'Tollgate' })];
    const [recording] = groupByRecording(two);
    expect(recording?.logOdds).toBe(Math.max(...two.map((one) => one.comparison.logOdds)));
    expect(two[0]?.comparison.logOdds).toBeGreaterThan(two[1]?.comparison.logOdds ?? 0);
  });

  it('puts the best recording first, and equal ones by id', () => {
    expect(grouped([{ id: 1, mixName: 'Dub' }, { id: 2 }])).toEqual([[2], [1]]);
    expect(
      grouped([
        { id: 9, mixName: 'Volmer Remix' },
        { id: 3, mixName: 'Pimmer Remix' },
      ]),
    ).toEqual([[3], [9]]);
  });

  it('gives the same for every order of the candidates', () => {
    const fields: readonly StoreFields[] = [
      ...RELEASES,
      { id: 20, lengthMs: 374_500 },
      { id: 21, lengthMs: 377_000 },
      { id: 22, mixName: 'Extended Mix' },
      { id: 23, mixName: 'Extended Mix', releaseDate: '2001-01-01' },
    ];
    const want = grouped(fields);
    fc.assert(
      fc.property(fc.shuffledSubarray([...fields], { minLength: fields.length }), (order) => {
        expect(grouped(order)).toEqual(want);
      }),
    );
  });
});
