import type { LibraryTrack } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { libraryTrack } from '../../test-support/results.js';
import { trackFingerprint } from './track-fingerprint.js';

describe('trackFingerprint', () => {
  it('is the same on every machine and in every version of this rule', () => {
    expect(trackFingerprint(libraryTrack())).toBe('1:bdbcbddf7b28f54637ec9b6dfc3c8131687154fd');
  });

  it.each<[string, Partial<LibraryTrack>]>([
    ['name', { name: 'Night Bus' }],
    ['artist', { artist: 'Bo' }],
    ['album', { album: '' }],
    ['remixer', { remixer: 'Cy' }],
    ['mix', { mix: 'Dub' }],
    ['label', { label: '' }],
    ['comments', { comments: 'GBABC1900001' }],
    ['tonality', { tonality: '' }],
    ['durationSeconds', { durationSeconds: 371 }],
    ['bpm', { bpm: 124 }],
    ['year', { year: 2020 }],
    ['path', { path: '/music/4711_Night Bus.aiff' }],
    ['source', { source: 'streaming' }],
  ])('changes with the %s', (_, more) => {
    expect(trackFingerprint(libraryTrack(more))).not.toBe(trackFingerprint(libraryTrack()));
  });

  it.each<[string, Partial<LibraryTrack>]>([
    ['the number in the export', { trackId: '9' }],
    ['the genre', { genre: 'Techno' }],
  ])('does not change with %s', (_, more) => {
    expect(trackFingerprint(libraryTrack(more))).toBe(trackFingerprint(libraryTrack()));
  });

  it('does not depend on the order of the fields', () => {
    const turned = Object.fromEntries(Object.entries(libraryTrack()).toReversed());
    expect(trackFingerprint({ ...libraryTrack(), ...turned })).toBe(trackFingerprint(libraryTrack()));
  });

  it('tells a field that is absent from its neighbour', () => {
    const { year, bpm, ...bare } = libraryTrack();
    expect(trackFingerprint({ ...bare, bpm: 2019 })).not.toBe(trackFingerprint({ ...bare, year: 2019 }));
  });
});
