import type { CatalogTrack } from '@cuepoint/core';
import { type CheerioAPI, load } from 'cheerio/slim';
import { type TrackFields, toCatalogTrack } from '../rows/track-fields.js';
import { bpm, date, tidy } from '../rows/values.js';
import { isCatalogTrackId } from '../urls/track-id.js';
import { linkedPeople, linkId, nodeText } from './link.js';
import { RENDERED } from './selectors.js';

/**
 * Reads the rows of a rendered list of tracks, as a browser shows or saves it. They lack length, ISRC, release and
 * catalogue number, and do not tell remixers from artists.
 *
 * @param baseUrl Origin the tracks' links lead to.
 */
export function readRenderedRows(html: string, baseUrl: string): readonly CatalogTrack[] {
  const $ = load(html);
  return $(RENDERED.trackRow)
    .toArray()
    .flatMap((row) => {
      const fields = readRow($, $(row));
      return fields === undefined ? [] : [toCatalogTrack(fields, baseUrl)];
    });
}

type Selection = ReturnType<CheerioAPI>;

function readRow($: CheerioAPI, row: Selection): TrackFields | undefined {
  // The cover is a link to the track too; the title's link is the one with a title.
  const link = row.find('a[href*="/track/"][title]').first();
  const id = linkId(link.attr('href'));
  const spoken = spokenTitle(row);
  const name = tidy(spoken?.name ?? link.attr('title') ?? '');
  if (!isCatalogTrackId(id) || name === '') return undefined;
  const [tempo = '', key = ''] = nodeText(row.find('.cell.bpm')).split(/ - /);
  return {
    id,
    name,
    mixName: spoken?.mixName ?? (nodeText(link.find('span span').first()) || undefined),
    artists: linkedPeople($, row.find('a[href*="/artist/"]')),
    remixers: [],
    key: key === '' ? undefined : key,
    bpm: bpm.parse(/\d+/.exec(tempo)?.[0]),
    label: nodeText(row.find('a[href*="/label/"]').first()) || undefined,
    genres: row
      .find('a[href*="/genre/"]')
      .toArray()
      .map((genre) => nodeText($(genre)))
      .filter((genre) => genre !== ''),
    releaseDate: date.parse(nodeText(row.find('.cell.date'))),
  };
}

/** Longer than any title; the pattern below takes quadratic time on a text made to be slow. */
const LONGEST_SPOKEN_TITLE = 1000;

/** The cart button says title and mix apart: "Add track 'Strobe' (Original Mix) by deadmau5 to cart." */
function spokenTitle(row: Selection): { readonly name: string; readonly mixName: string } | undefined {
  const label = row.find('[aria-label^="Add track \'"]').first().attr('aria-label') ?? '';
  const match = /^Add track '(.+)' \(([^()]+(?:\([^()]*\)[^()]*)*)\) by /.exec(
    tidy(label.slice(0, LONGEST_SPOKEN_TITLE)),
  );
  return match?.[1] === undefined || match[2] === undefined ? undefined : { name: match[1], mixName: match[2] };
}
