import { cleanText } from '../text/clean.js';
import { fold } from '../text/fold.js';
import type { LibraryTrack } from '../track/library-track.js';
import { mergeVersions, parseVersion, type Version, versionKey, withCredit } from '../versions/version.js';
import { type ArtistNames, parseArtists, splitNames, wordsOfNames } from './artists.js';
import { isSite, stripSurroundings } from './junk.js';
import type { Reading, ReadingSource } from './slots.js';
import { parseTitle } from './title.js';

/** Most ways in which one track is read: each costs a comparison with every candidate. */
const MAX_READINGS = 6;

/** How much less likely each reading is than the tags as they stand, in log-odds. */
const PENALTIES: Readonly<Record<ReadingSource, number>> = {
  tags: 0,
  name: 0.3,
  'name swapped': 0.8,
  'name without its middle': 0.8,
  'file name': 0.5,
};

/**
 * Every sensible way to read a library track, the plainest first. Always at least one, unless the row holds no text
 * at all.
 */
export function readTrack(track: LibraryTrack): readonly Reading[] {
  const credited = parseArtists(track.artist);
  const name = withoutArtist(stripSurroundings(cleanText(track.name)), credited);
  const readings: Reading[] = [];
  const extra = extraVersion(track);
  const add = (source: ReadingSource, artists: ArtistNames, title: string): void => {
    // A cut-off file name has often lost the version: it must not make a VIP look like the original.
    const reading = makeReading(source, artists, title, (version) => {
      const stated = readings.find((known) => known.version.stated)?.version;
      return stated === undefined || version.stated ? extra(version) : stated;
    });
    if (reading !== undefined && !readings.some((known) => sameReading(known, reading))) readings.push(reading);
  };
  const known = credited.main.length > 0;
  const parts = name.split(/\s+-\s+|\s+-(?=\S)|(?<=\S)-\s+/).filter((part) => part.trim() !== '');
  if (known || parts.length < 2) add('tags', credited, name);
  addSplits(parts, add, known);
  if (!known && parts.length < 2) addTightDash(name, add);
  addFileName(track, add);
  // A row whose name is empty, or nothing but an address.
  if (readings.length === 0) add('file name', credited, fileTitle(track));
  return readings.slice(0, MAX_READINGS);
}

/** The last dash, where what follows names a version. */
const TIGHT_VERSION = /-(?=[^-]*\b(?:mix|remix|rmx|edit|dub|version|vip|instrumental)\s*$)/i;

type Add = (source: ReadingSource, artists: ArtistNames, title: string) => void;

/** "Artist - Title", "Title - Artist" and "Artist - Album - Title". */
function addSplits(parts: readonly string[], add: Add, artistKnown: boolean): void {
  const [first, second] = parts;
  if (first === undefined || second === undefined) return;
  add('name', parseArtists(first), parts.slice(1).join(' - '));
  const last = parts.at(-1) ?? second;
  if (parts.length > 2) {
    add('name without its middle', parseArtists(first), last);
    add('name without its middle', parseArtists(second), parts.slice(2).join(' - '));
  }
  if (!artistKnown) add('name swapped', parseArtists(last), parts.slice(0, -1).join(' - '));
}

/** "A-Title": only where no artist is known and no dash stands alone. */
function addTightDash(name: string, add: Add): void {
  for (const dash of name.matchAll(/-/g)) {
    const left = name.slice(0, dash.index);
    // "artist-title-original mix": the dash before a version is a dash that stands alone.
    const right = name.slice(dash.index + 1).replace(TIGHT_VERSION, ' - ');
    if (left.trim() !== '' && right.trim() !== '') add('name', parseArtists(left), right);
  }
}

/** The file name as second opinion: it often still has the artist that the tags have lost. */
function addFileName(track: LibraryTrack, add: Add): void {
  const [first, ...rest] = fileTitle(track).split(/\s+-\s+/);
  if (first === undefined || rest.length === 0) return;
  add('file name', parseArtists(first), rest.join(' - '));
}

/** The file name without folder, extension, and the number and mark that shops and tools put around it. */
function fileTitle(track: LibraryTrack): string {
  const path = track.path ?? '';
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{2,5}$/, '');
  return stripSurroundings(cleanText(file).replace(/_PN$/, ''));
}

function makeReading(
  source: ReadingSource,
  artists: ArtistNames,
  titleText: string,
  extra: (version: Version) => Version,
): Reading | undefined {
  const title = parseTitle(stripSurroundings(titleText));
  const work = fold(title.work);
  if (work === '') return undefined;
  const featured = [...artists.featured, ...title.featured];
  const artistWords = wordsOfNames(artists.main);
  const version = extra(title.version);
  return {
    source,
    title: title.work,
    penalty: PENALTIES[source],
    work,
    fullWork: fold(`${title.work} ${title.subtitle}`),
    artists: artists.main,
    featured,
    version,
    artistWords,
    credits: new Set([...artistWords.flat(), ...wordsOfNames(featured).flat(), ...version.credit]),
  };
}

/** What the `Mix` and `Remixer` attributes add; download sites put their address there. */
function extraVersion(track: LibraryTrack): (version: Version) => Version {
  const mix = isSite(track.mix) ? undefined : parseVersion(cleanText(track.mix));
  const remixers = isSite(track.remixer) ? [] : splitNames(cleanText(track.remixer));
  return (version) => {
    const merged = mix === undefined || version.stated ? version : mergeVersions(version, mix);
    if (remixers.length === 0 || merged.credit.size > 0) return merged;
    return withCredit(merged, remixers, 'remix');
  };
}

/** Many taggers write the artist again before the title: "STOKES" / "STOKES & I7 - DISFONCTION". */
function withoutArtist(name: string, credited: ArtistNames): string {
  const dash = /\s+-\s+/.exec(name);
  if (!dash || credited.main.length === 0) return name;
  const left = new Set(splitNames(name.slice(0, dash.index)).map(fold));
  const names = credited.main.flatMap(splitNames);
  const same = names.length === left.size && names.every((artist) => left.has(fold(artist)));
  return same ? name.slice(dash.index + dash[0].length) : name;
}

function sameReading(a: Reading, b: Reading): boolean {
  return (
    a.fullWork === b.fullWork &&
    versionKey(a.version) === versionKey(b.version) &&
    [...a.credits].sort().join(' ') === [...b.credits].sort().join(' ')
  );
}
