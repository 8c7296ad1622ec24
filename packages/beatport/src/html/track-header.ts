import type { CatalogTrack, CatalogTrackId, Credit } from '@cuepoint/core';
import { type CheerioAPI, load } from 'cheerio/slim';
import { type TrackFields, toCatalogTrack } from '../rows/track-fields.js';
import { bpm, date, tidy } from '../rows/values.js';
import { linkedPeople, nodeText } from './link.js';
import { RENDERED } from './selectors.js';

/**
 * Reads a rendered track page: title and mix from its heading, artists and label from the document's title, the rest
 * from the list of facts beside the heading.
 *
 * @param id The track's number, which the heading does not say.
 * @param baseUrl Origin the track's link leads to.
 * @returns undefined when the page has no heading of a track.
 */
export function readTrackHeader(html: string, id: CatalogTrackId, baseUrl: string): CatalogTrack | undefined {
  const $ = load(html);
  const heading = $(RENDERED.trackHeader).first();
  const mixName = nodeText(heading.find('span').first()) || undefined;
  const name = nodeText(heading.clone().find('span').remove().end());
  if (name === '') return undefined;
  const titled = readTitle(nodeText($('title').first()), name, mixName);
  const facts = readFacts($);
  const fields: TrackFields = {
    id,
    name,
    mixName,
    ...credits($, titled.artists),
    key: facts.get('key'),
    bpm: bpm.parse(facts.get('bpm')),
    lengthMs: lengthMs(facts.get('length')),
    label: titled.label ?? facts.get('label'),
    genres: [facts.get('genre')].filter((genre) => genre !== undefined),
    releaseDate: date.parse(facts.get('released')),
  };
  return toCatalogTrack(fields, baseUrl);
}

/** "deadmau5 - Strobe (Original Mix) [Virgin] | Music & Downloads on Beatport". */
function readTitle(
  title: string,
  name: string,
  mixName: string | undefined,
): { readonly artists: readonly Credit[]; readonly label?: string } {
  const middle = ` - ${name}${mixName === undefined ? '' : ` (${mixName})`}`;
  const at = title.indexOf(middle);
  if (at < 0) return { artists: [] };
  const artists = title
    .slice(0, at)
    .split(', ')
    .filter((artist) => artist !== '')
    .map((artist) => ({ name: artist }));
  const label = /^ \[(.+)\](?: \||$)/.exec(title.slice(at + middle.length))?.[1];
  return label === undefined ? { artists } : { artists, label };
}

/** The page's links to people, by the word in front of them; the title's names where there are none. */
function credits(
  $: CheerioAPI,
  titled: readonly Credit[],
): { artists: readonly Credit[]; remixers: readonly Credit[] } {
  const artists: Credit[] = [];
  const remixers: Credit[] = [];
  for (const block of $('[class*="Artists-styles__Items"]').toArray()) {
    const heading = nodeText($(block).clone().find('a').remove().end());
    (/remix/i.test(heading) ? remixers : artists).push(...linkedPeople($, $(block).find('a[href*="/artist/"]')));
  }
  return { artists: artists.length > 0 ? artists : titled, remixers };
}

/** "BPM:" beside "128": the facts of the page by their English names in lower case. */
function readFacts($: CheerioAPI): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  for (const item of $('[class*="TrackMeta-style__MetaItem"]').toArray()) {
    const [label, ...rest] = $(item)
      .children()
      .toArray()
      .map((child) => nodeText($(child)));
    const value = tidy(rest.join(' '));
    if (label !== undefined && value !== '') facts.set(label.replace(/:$/, '').toLowerCase(), value);
  }
  return facts;
}

/** "5:30" or "1:02:30" in milliseconds. */
function lengthMs(clock: string | undefined): number | undefined {
  if (clock === undefined || !/^\d{1,3}(:[0-5]\d){1,2}$/.test(clock)) return undefined;
  return clock.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0) * 1000 || undefined;
}
