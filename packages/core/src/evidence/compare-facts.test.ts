import { describe, expect, it } from 'vitest';
import { catalogTrack, libraryTrack, type StoreFields } from '../../test/tracks.js';
import { parseKey } from '../track/musical-key.js';
import type { Found } from './finding.js';
import { compareLength } from './length.js';
import { compareLabel, compareRelease, compareYear } from './release.js';
import { compareKey, compareTempo } from './tempo-and-key.js';

const told = (found: Found | undefined) => found && [found.finding, found.verdict];

describe('compareLength', () => {
  it.each([
    [372, 372_000, 'length.same', 'agree'],
    [372, 374_400, 'length.same', 'agree'],
    [372, 375_000, 'length.close', 'agree'],
    [372, 364_000, 'length.close', 'agree'],
    [372, 381_000, 'length.off', 'unknown'],
    [372, 347_000, 'length.off', 'unknown'],
    [372, 398_000, 'length.far', 'disagree'],
    [372, 312_000, 'length.far', 'disagree'],
    [372, 311_000, 'length.longer', 'disagree'],
    [372, 900_000, 'length.shorter', 'disagree'],
  ])('%d s against %d ms: %s', (durationSeconds, lengthMs, finding, verdict) => {
    expect(told(compareLength(libraryTrack({ durationSeconds }), catalogTrack({ lengthMs })))).toEqual([
      finding,
      verdict,
    ]);
  });

  it('shows both as minutes and seconds', () => {
    const found = compareLength(libraryTrack({ durationSeconds: 364 }), catalogTrack({ lengthMs: 599_600 }));
    expect(found?.detail).toBe('6:04 against 10:00');
  });
});

describe('compareTempo', () => {
  it.each([
    [128, 128, 'bpm.same'],
    [126.1, 128, 'bpm.same'],
    [126, 128, 'bpm.other'],
    [87, 174, 'bpm.same'],
    [174, 87, 'bpm.same'],
    [86.1, 174, 'bpm.same'],
    [140, 128, 'bpm.other'],
    [60, 180, 'bpm.other'],
  ])('%d against %d: %s', (mine, theirs, finding) => {
    const found = compareTempo(libraryTrack({ bpm: mine }), catalogTrack({ bpm: theirs }));
    expect(found).toEqual({
      finding,
      verdict: finding === 'bpm.same' ? 'agree' : 'disagree',
      detail: `${mine} against ${theirs}`,
    });
  });
});

describe('compareKey', () => {
  it.each([
    ['8A', 'A Minor', 'key.same', 'agree', '8A against 8A'],
    ['1m', 'A Minor', 'key.same', 'agree', '8A against 8A'],
    ['Abm', 'G# Minor', 'key.same', 'agree', '1A against 1A'],
    ['8A', 'C Major', 'key.near', 'unknown', '8A against 8B'],
    ['Em', 'A Minor', 'key.near', 'unknown', '9A against 8A'],
    ['8A', 'B Minor', 'key.other', 'disagree', '8A against 10A'],
  ])('%s against %s: %s', (tonality, name, finding, verdict, detail) => {
    const key = parseKey(name);
    const found = compareKey(libraryTrack({ tonality }), catalogTrack(key === undefined ? {} : { key }));
    expect(found).toEqual({ finding, verdict, detail });
  });
});

describe('compareLabel', () => {
  it.each([
    ['Tollgate', 'Tollgate', 'label.same', 'agree'],
    ['Tollgate Records', 'TOLLGATE RECORDINGS', 'label.same', 'agree'],
    ['Tollgate', 'Tolgate', 'label.same', 'agree'],
    ['Music', 'Music', 'label.same', 'agree'],
    ['Music', 'Records', 'label.other', 'disagree'],
    ['Tollgate', 'Northgate', 'label.other', 'disagree'],
  ])('%s against %s: %s', (mine, theirs, finding, verdict) => {
    const found = compareLabel(libraryTrack({ label: mine }), catalogTrack({ label: theirs }));
    expect(found).toEqual({ finding, verdict, detail: `${mine} against ${theirs}` });
  });
});

describe('compareYear', () => {
  it.each([
    [2014, '2014-05-01', ['year.same', 'agree']],
    [2015, '2014-12-31', ['year.same', 'agree']],
    [2016, '2014-05-01', undefined],
    [2017, '2014-05-01', ['year.other', 'unknown']],
    [1998, '2014-05-01', ['year.other', 'unknown']],
  ])('%d against %s: %j', (year, releaseDate, want) => {
    expect(told(compareYear(libraryTrack({ year }), catalogTrack({ releaseDate })))).toEqual(want);
  });
});

describe('compareRelease', () => {
  it.each([
    ['Nine Hundred Ladders', 'Nine Hundred Ladders', 'release.same'],
    ['Nine Hundred Ladders EP', 'nine hundred ladders', 'release.same'],
    ['Ladders', 'Nine Hundred Ladders', undefined],
    ['Summer Hits', 'Nine Hundred Ladders', undefined],
  ])('%s against %s: %s', (album, releaseName, finding) => {
    expect(compareRelease(libraryTrack({ album }), catalogTrack({ releaseName }))?.finding).toBe(finding);
  });
});

describe('what is missing, or what a site put there, does not contradict', () => {
  const full: StoreFields = {
    ...{ lengthMs: 1, bpm: 128, key: { wheel: 8, mode: 'minor' } },
    ...{ label: 'Tollgate', releaseDate: '2014-01-01', releaseName: 'Ladders' },
  };
  const compareAll = [compareLength, compareTempo, compareKey, compareLabel, compareYear, compareRelease];

  it.each([
    [{}, full],
    [{ label: ' ', album: ' ', tonality: 'unsure' }, full],
    [{ label: 'www.tunedepot.net', album: 'tunedepot.ru' }, full],
    [{ durationSeconds: 1, bpm: 1, tonality: '8A', label: 'Tollgate', year: 2014, album: 'Ladders' }, {}],
  ])('%j against %j', (mine, theirs) => {
    const found = compareAll.map((compare) => compare(libraryTrack(mine), catalogTrack(theirs)));
    expect(found).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  });
});
