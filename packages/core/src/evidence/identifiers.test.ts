import { describe, expect, it } from 'vitest';
import { catalogId, catalogTrack, libraryTrack } from '../../test/tracks.js';
import { compareIdentifiers, findIdentifiers } from './identifiers.js';

describe('findIdentifiers', () => {
  it.each([
    ['/music/16000001_Moth_Parade_(Dub).mp3', '', { trackId: 16000001 }],
    ['16000001_Moth Parade.aiff', '', { trackId: 16000001 }],
    ['/16000001_folder/Moth Parade.mp3', '', {}],
    ['/music/2014_Moth Parade.mp3', '', {}],
    ['/music/Moth 16000001_x.mp3', '', {}],
    ['', 'https://www.beatport.com/track/moth-parade/4711', { trackId: 4711 }],
    ['', 'see beatport.com/de/track/moth/815 there', { trackId: 815 }],
    ['', 'Purchased at Beatport.com', {}],
    ['', 'https://www.beatport.com/release/moth-parade/4711', {}],
    ['', 'ISRC QZ-ABC-19-00042', { isrc: 'QZABC1900042' }],
    ['', 'QZABC1900042', { isrc: 'QZABC1900042' }],
    ['', 'qzabc1900042', {}],
    ['/music/16000001_Moth.mp3', 'beatport.com/track/x/99 QZABC1900042', { trackId: 16000001, isrc: 'QZABC1900042' }],
  ])('in %j and %j: %j', (path, comments, want) => {
    expect(findIdentifiers(libraryTrack({ path, comments }))).toEqual(want);
  });

  it('finds none in a row without a file', () => expect(findIdentifiers(libraryTrack())).toEqual({}));
});

describe('compareIdentifiers', () => {
  const candidate = catalogTrack({ id: 4711, isrc: 'QZABC1900042' });

  it.each([
    [{ trackId: catalogId(4711) }, 'track number 4711'],
    [{ isrc: 'QZABC1900042' }, 'ISRC QZABC1900042'],
    [{ trackId: catalogId(1), isrc: 'QZABC1900042' }, 'ISRC QZABC1900042'],
  ])('acquits for %j', (identifiers, detail) => {
    expect(compareIdentifiers(identifiers, candidate)).toEqual({
      finding: 'identifier.same',
      verdict: 'agree',
      detail,
    });
  });

  it.each([{}, { trackId: catalogId(1) }, { isrc: 'QZABC1900043' }])('does not convict for %j', (identifiers) => {
    expect(compareIdentifiers(identifiers, candidate)).toBeUndefined();
  });

  it('does not take two that are missing for equal', () => {
    expect(compareIdentifiers({}, catalogTrack({ id: 1 }))).toBeUndefined();
  });
});
