import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryTrack } from '../../test/tracks.js';
import { versionText } from '../../test/version-text.js';
import { fold } from '../text/fold.js';
import artistInName from './cases/artist-in-name.json' with { type: 'json' };
import entities from './cases/entities-and-invisible.json' with { type: 'json' };
import featured from './cases/featured.json' with { type: 'json' };
import fileName from './cases/file-name.json' with { type: 'json' };
import labels from './cases/labels-and-catalogue-numbers.json' with { type: 'json' };
import platformIds from './cases/platform-ids.json' with { type: 'json' };
import remixerAttribute from './cases/remixer-attribute.json' with { type: 'json' };
import scripts from './cases/scripts-and-accents.json' with { type: 'json' };
import siteJunk from './cases/site-junk.json' with { type: 'json' };
import titleDashRemix from './cases/title-dash-remix.json' with { type: 'json' };
import trackNumbers from './cases/track-numbers.json' with { type: 'json' };
import truncated from './cases/truncated.json' with { type: 'json' };
import twoBrackets from './cases/two-brackets.json' with { type: 'json' };
import underscores from './cases/underscores.json' with { type: 'json' };
import uploader from './cases/uploader-as-artist.json' with { type: 'json' };
import { readTrack } from './readings.js';
import type { Reading } from './slots.js';

/** What a reading must be; what is left out must be absent, except the source. */
interface Want {
  readonly source?: string;
  readonly artists: readonly string[];
  readonly title: string;
  readonly subtitle?: string;
  readonly featured?: readonly string[];
  readonly version?: string;
}

interface ReadingCase {
  readonly case: string;
  readonly name: string;
  readonly artist?: string;
  readonly remixer?: string;
  readonly mix?: string;
  readonly path?: string;
  /** The first reading. */
  readonly want: Want;
  /** Readings that must be among the further ones. */
  readonly also?: readonly Want[];
}

const FAMILIES: Readonly<Record<string, readonly ReadingCase[]>> = {
  'artist in the name': artistInName,
  'uploader or label as artist': uploader,
  'sites and promotion': siteJunk,
  underscores,
  'track numbers': trackNumbers,
  'labels and catalogue numbers': labels,
  'ids of platforms': platformIds,
  'featured artists': featured,
  'title, dash, version': titleDashRemix,
  'the Remixer and Mix attributes': remixerAttribute,
  'two or more brackets': twoBrackets,
  'cut-off names': truncated,
  'scripts and accents': scripts,
  'the file name': fileName,
  'entities and invisible characters': entities,
};

describe.each(Object.entries(FAMILIES))('readTrack: %s', (_family, cases) => {
  it.each(cases)('$case: $name', ({ case: _case, want, also = [], ...fields }) => {
    const readings = readTrack(libraryTrack(fields));
    const [first, ...others] = readings;
    expect(first && shown(first, want)).toEqual(complete(want));
    for (const further of also) {
      expect(others.map((reading) => shown(reading, further))).toContainEqual(complete(further));
    }
  });
});

describe('readTrack', () => {
  it('puts the plainest reading first, and holds the others against it', () => {
    const readings = readTrack(libraryTrack({ name: 'Quillon - Ladders - Moth Parade', path: '/m/Volmer - Moth.mp3' }));
    expect(readings.map(({ source, penalty }) => [source, penalty])).toEqual([
      ['name', 0.3],
      ['name without its middle', 0.8],
      ['name without its middle', 0.8],
      ['name swapped', 0.8],
      ['file name', 0.5],
    ]);
  });

  it('knows everyone credited anywhere by their words', () => {
    const [reading] = readTrack(
      libraryTrack({ artist: 'The Volmers & Pim Aldery', name: 'Moth Parade (feat. Ila) (Ossa Remix)' }),
    );
    expect(reading?.artists).toEqual(['The Volmers & Pim Aldery']);
    expect(reading?.artistWords).toEqual([['volmers'], ['pim', 'aldery']]);
    expect([...(reading?.credits ?? [])]).toEqual(['volmers', 'pim', 'aldery', 'ila', 'ossa']);
  });

  it('reads nothing in a row without text', () => {
    expect(readTrack(libraryTrack({ artist: 'Quillon' }))).toEqual([]);
  });

  it('gives at most six readings, each different, none of an empty title, for any row', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z()[\]\-. _&]{0,30}$/));
    fc.assert(
      fc.property(text, text, text, text, text, (name, artist, remixer, mix, path) => {
        const readings = readTrack(libraryTrack({ name, artist, remixer, mix, path }));
        expect(readings.length).toBeLessThanOrEqual(6);
        expect(new Set(readings.map(identity)).size).toBe(readings.length);
        for (const reading of readings) expect(reading.work).not.toBe('');
      }),
    );
  });

  it('reads every name that holds a letter and is no address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, artist) => {
        fc.pre(/\p{L}/u.test(name) && !/[./&]/.test(name));
        expect(readTrack(libraryTrack({ name, artist })).length).toBeGreaterThan(0);
      }),
    );
  });
});

function shown(reading: Reading, want: Want): Want {
  const subtitle = reading.fullWork === reading.work ? '' : reading.fullWork.slice(reading.work.length + 1);
  return {
    ...(want.source === undefined ? {} : { source: reading.source }),
    artists: reading.artists,
    title: reading.title,
    subtitle,
    featured: reading.featured,
    version: versionText(reading.version),
  };
}

function complete(want: Want): Want {
  return {
    ...want,
    subtitle: fold(want.subtitle ?? ''),
    featured: want.featured ?? [],
    version: want.version ?? 'none',
  };
}

function identity(reading: Reading): string {
  const credits = [...reading.credits].sort().join(' ');
  return [reading.fullWork, versionText({ ...reading.version, stated: true }), credits].join('|');
}
