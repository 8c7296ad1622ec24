import { cleanText } from '../text/clean.js';
import { fold } from '../text/fold.js';
import type { CatalogTrack } from '../track/catalog-track.js';
import { mergeVersions, parseVersion, type Version, withCredit } from '../versions/version.js';
import { wordsOfNames } from './artists.js';
import type { Slots } from './slots.js';
import { featuredIn, parseTitle } from './title.js';

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
  const mixName = cleanText(track.mixName ?? '').replace(/^\(|\)$/g, '');
  const featured = [...title.featured, ...featuredIn(mixName)];
  return {
    work: fold(title.work),
    fullWork: fold(`${title.work} ${title.subtitle}`),
    artists: main,
    featured,
    version: versionOf(mixName, title.version, remixers),
    artistWords,
    credits: new Set([
      ...artistWords.flat(),
      ...wordsOfNames([...remixers, ...featured, ...track.artists.map((credit) => credit.name)]).flat(),
    ]),
  };
}

function versionOf(mixName: string, inName: Version, remixers: readonly string[]): Version {
  const named = parseVersion(mixName);
  const version = named === undefined ? inName : mergeVersions(named, inName);
  return remixers.length > 0 ? withCredit(version, remixers, 'remix') : version;
}
