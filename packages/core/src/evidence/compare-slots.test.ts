import { describe, expect, it } from 'vitest';
import { catalogTrack, libraryTrack, type StoreFields } from '../../test/tracks.js';
import { catalogSlots } from '../slots/catalog-slots.js';
import { readTrack } from '../slots/readings.js';
import type { Reading } from '../slots/slots.js';
import { parseVersion, UNSTATED } from '../versions/version.js';
import { compareArtists } from './artists.js';
import { compareTitle } from './title.js';
import { compareRemixer, compareVersion, describeVersion } from './version.js';

function reading(name: string, artist = 'Quillon'): Reading {
  const [first] = readTrack(libraryTrack({ name, artist }));
  if (first === undefined) throw new Error(`nothing to read in ${name}`);
  return first;
}

const store = (fields: StoreFields) => catalogSlots(catalogTrack({ artists: ['Quillon'], ...fields }));

describe('compareTitle', () => {
  it.each([
    ['Moth Parade', 'Moth Parade', 'title.same', 'agree'],
    ['MOTH PARADE', 'Moth Parade!', 'title.same', 'agree'],
    ['The Moth Parade', 'Moth Parade', 'title.same', 'agree'],
    ['Mothparade', 'Moth Parade', 'title.same', 'agree'],
    ['Moth Parade (Turn The Page)', 'Moth Parade (Turn The Page)', 'title.same', 'agree'],
    ['Moth Parade (Turn The Page)', 'Moth Parade', 'title.near', 'agree'],
    ['Moth Parade', 'Moth Parade (Turn The Page)', 'title.near', 'agree'],
    ['Moth Parades', 'Moth Parade', 'title.near', 'agree'],
    ['Moth Parasol', 'Moth Parade', 'title.weak', 'disagree'],
    ['Moth', 'Moth Parade', 'title.other', 'disagree'],
    ['Moth Parade (Part 1)', 'Moth Parade (Part 2)', 'title.other', 'disagree'],
    ['Moth Parade II', 'Moth Parade III', 'title.other', 'disagree'],
    ['Moth Parade Part II', 'Moth Parade, Part 2', 'title.near', 'agree'],
    ['Copper Lantern', 'Moth Parade', 'title.other', 'disagree'],
  ])('%s against %s: %s', (mine, theirs, finding, verdict) => {
    expect(compareTitle(reading(mine), store({ name: theirs }))).toMatchObject({ finding, verdict });
  });

  it('shows both', () => {
    const found = compareTitle(reading('Moth Parade (Dub)'), store({ name: 'Lantern (Turn The Page)' }));
    expect(found.detail).toBe('“moth parade” against “lantern”');
  });
});

describe('compareArtists', () => {
  it.each([
    ['Quillon', ['Quillon'], 'artists.same'],
    ['Quillon, Volmer', ['Volmer', 'Quillon'], 'artists.same'],
    ['Brandel & Loome', ['Brandel', 'Loome'], 'artists.same'],
    ['Brandel, Loome', ['Brandel & Loome'], 'artists.same'],
    ['Quillon (UK)', ['Quillon (ofc)'], 'artists.same'],
    ['The Volmers', ['Volmers'], 'artists.same'],
    ['Quillon', ['Quillon', 'Volmer'], 'artists.same'],
    ['Quilon', ['Quillon'], 'artists.same'],
    ['Quillon, Pim', ['Quillon', 'Volmer'], 'artists.some'],
    ['Quillon', ['Quillon', 'Volmer', 'Ossa'], 'artists.some'],
    ['Volmer', ['Quillon'], 'artists.other'],
    ['The Volmers', ['The Quillons'], 'artists.other'],
    ['Brandel & Loome', ['Hollin & Marsh'], 'artists.other'],
  ])('%s against %j: %s', (artist, artists, finding) => {
    const found = compareArtists(reading('Moth Parade', artist), store({ artists }));
    expect([found?.finding, found?.verdict]).toEqual([finding, finding === 'artists.other' ? 'disagree' : 'agree']);
  });

  it('finds a guest and a remixer listed among the artists', () => {
    const found = compareArtists(
      reading('Moth Parade (feat. Ila) (Ossa Remix)'),
      store({ artists: ['Quillon', 'Ila', 'Ossa'] }),
    );
    expect(found?.finding).toBe('artists.same');
  });

  it('shows both as written', () => {
    const found = compareArtists(reading('Moth', 'Brandel & Loome; Pim'), store({ artists: ['Volmer', 'Ossa'] }));
    expect(found?.detail).toBe('Brandel & Loome, Pim against Volmer, Ossa');
  });

  it.each([
    ['', ['Quillon']],
    ['Quillon', []],
  ])('says nothing of %j against %j', (artist, artists) => {
    expect(compareArtists(reading('Moth Parade', artist), store({ artists }))).toBeUndefined();
  });
});

describe('compareRemixer', () => {
  it.each([
    ['Ossa Trint Remix', 'Ossa Trint Remix', 'remixer.same', 'agree'],
    ['Trint Ossa Edit', 'Ossa Trint Remix', 'remixer.same', 'agree'],
    ['Ossa Trint Remix', 'Osssa Trint Remix', 'remixer.partly', 'unknown'],
    ['Trint Remix', 'Ossa Trint Remix', 'remixer.partly', 'unknown'],
    ['Volmer Remix', 'Ossa Trint Remix', 'remixer.other', 'disagree'],
    ['Original Mix', 'Ossa Trint Remix', 'remixer.extra', 'disagree'],
    ['Ossa Trint Remix', 'Original Mix', 'remixer.missing', 'disagree'],
    ['Original Mix', 'Extended Mix', undefined, undefined],
  ])('%s against %s: %s', (mine, mixName, finding, verdict) => {
    const found = compareRemixer(reading(`Moth Parade (${mine})`), store({ mixName }));
    expect([found?.finding, found?.verdict]).toEqual([finding, verdict]);
  });

  it('shows both', () => {
    const found = compareRemixer(reading('Moth Parade'), store({ mixName: 'Ossa Trint Remix' }));
    expect(found?.detail).toBe('nobody named against ossa trint');
  });
});

describe('compareVersion', () => {
  it.each([
    ['', 'Original Mix', 'version.same'],
    ['(Original Mix)', 'Original Mix', 'version.same'],
    ['(Original Mix)', '', 'version.same'],
    ['', '', 'version.same'],
    ['(Extended Mix)', 'Extended Mix', 'version.same'],
    ['(Ossa Remix)', 'Ossa Remix', 'version.same'],
    ['(Ossa Rework)', 'Ossa Remix', 'version.same'],
    ['(Ossa Mix)', 'Ossa Remix', 'version.same'],
    ['(Dub)', 'Dub Mix', 'version.same'],
    ['(Club Mix)', 'Original Mix', 'version.related'],
    ['', '2009 Remaster', 'version.related'],
    ['(Dub)', 'Original Mix', 'version.other'],
    ['', 'Instrumental', 'version.other'],
    ['(VIP)', 'Original Mix', 'version.other'],
    ['(Ossa Remix)', 'Ossa Dub', 'version.other'],
    ['', 'Ossa Remix', 'version.other'],
    ['', 'Extended Mix', 'version.maybe-extended'],
    ['(Original Mix)', 'Extended Mix', 'version.longer'],
    ['(Extended Mix)', 'Original Mix', 'version.longer'],
    ['(Ossa Remix)', 'Ossa Extended Remix', 'version.longer'],
    ['', 'Radio Edit', 'version.shorter'],
    ['(Radio Edit)', 'Original Mix', 'version.shorter'],
    ['(Radio Edit)', 'Extended Mix', 'version.shorter'],
  ])('Moth Parade %s against %s: %s', (mine, mixName, finding) => {
    expect(compareVersion(reading(`Moth Parade ${mine}`), store({ mixName })).finding).toBe(finding);
  });

  it.each([
    ['version.same', '', 'agree'],
    ['version.related', 'Club Mix', 'unknown'],
    ['version.other', 'Dub', 'disagree'],
    ['version.maybe-extended', 'Extended Mix', 'unknown'],
    ['version.shorter', 'Radio Edit', 'disagree'],
  ])('%s speaks as it should', (finding, mixName, verdict) => {
    expect(compareVersion(reading('Moth Parade'), store({ mixName }))).toMatchObject({ finding, verdict });
  });
});

describe('describeVersion', () => {
  it.each([
    ['Ossa Extended Dub Remix', 'dub, remix, extended'],
    ['Radio Edit', 'radio edit'],
    ['Original Mix', 'original'],
    ['Moth Parade', 'no version named'],
  ])('says of %s: %s', (text, want) => {
    expect(describeVersion(parseVersion(text) ?? UNSTATED)).toBe(want);
  });
});
