import { BEATPORT_DEFAULTS } from '../defaults.js';
import type { Wanted } from '../reading/wanted.js';

/**
 * Whether a page shows what is wanted, told without parsing it: its kind of row with a link to a track, or the heading
 * of a track page. False for a page that would take seconds to parse; no page of tracks does.
 */
export function showsTracks(html: string, wanted: Wanted): boolean {
  const shown =
    wanted.kind === 'search'
      ? TRACK_ROW.test(html) && TRACK_LINK.test(html)
      : wanted.id !== undefined && TRACK_HEADING.test(html);
  return shown && html.length <= BEATPORT_DEFAULTS.maxHtmlChars && countTags(html) <= BEATPORT_DEFAULTS.maxHtmlTags;
}

const TRACK_ROW = /\bdata-testid=["']?tracks-table-row\b/;
const TRACK_LINK = /\bhref=["']?[^"'\s>]{0,200}\/track\/[^"'\s>/]{0,200}\/\d/;
const TRACK_HEADING = /<h1\b[^>]{0,200}\bclass=["']?[^"'>]{0,200}TrackHeader-style__Name/;

function countTags(html: string): number {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags += 1;
  return tags;
}
