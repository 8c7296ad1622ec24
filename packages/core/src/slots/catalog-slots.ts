import { cleanText } from '../text/clean.js';
import { fold } from '../text/fold.js';
import type { CatalogTrack } from '../track/catalog-track.js';
import { mergeVersions, parseVersion, type Version, withCredit } from '../versions/version.js';
import { nameWords, wordsOfNames } from './artists.js';
import type { Slots } from './slots.js';
import { parseTitle } from './title.js';

/**
 * Takes a store's track apart. A remix can stand in the name while the mix name says otherwise
 * ("Escape (John Summit Remix)" / "Extended Mix"), and a mix name can hold no version at all ("feat. Muki").
 */
export function catalogSlots(track: CatalogTrack): Slots {
  const title = parseTitle(track.name);
  const remixers = track.remixers.map((credit) => credit.name);
  const artists = track.artists.map((credit) => credit.name).filter((name) => !remixers.includes(name));
  const main = artists.length > 0 ? artists : remixers;
  const artistWords = wordsOfNames(main);
  return {
    work: fold(title.work),
    fullWork: fold(`${title.work} ${title.subtitle}`),
    artists: main,
    featured: title.featured,
    version: versionOf(track, title.version, remixers),
    artistWords,
    credits: new Set([
      ...artistWords.flat(),
      ...remixers.flatMap(nameWords),
      ...title.featured.flatMap(nameWords),
      ...track.artists.flatMap((credit) => nameWords(credit.name)),
    ]),
  };
}

function versionOf(track: CatalogTrack, inName: Version, remixers: readonly string[]): Version {
  const mixName = cleanText(track.mixName ?? '').replace(/^\(|\)$/g, '');
  const named = parseVersion(mixName);
  const version = named === undefined ? inName : mergeVersions(named, inName);
  return remixers.length > 0 ? withCredit(version, remixers, 'remix') : version;
}
