import type { CatalogQuery } from '../contracts/catalog.js';
import type { Subject } from '../evidence/compare.js';
import type { Reading } from '../slots/slots.js';
import { cleanText } from '../text/clean.js';
import { fold, words } from '../text/fold.js';
import type { CatalogTrackId } from '../track/catalog-track.js';

/** One step of the plan: ask for a track by its number, or search. */
export type PlannedQuery =
  | { readonly kind: 'lookup'; readonly query: CatalogQuery; readonly id: CatalogTrackId }
  | { readonly kind: 'search'; readonly query: CatalogQuery };

/** Most searches for one track: what is not on sale costs them all. */
const MAX_SEARCHES = 3;
/** A letter of another script than Latin. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;
/** Longest query, in characters; the rest of a very long title adds nothing but noise. */
const MAX_LENGTH = 120;
const MAX_ARTISTS = 3;

/**
 * The queries for a track, ordered by expected yield: identifiers the export holds, then artists with title and
 * remixer, then the title alone, then the other ways to read the tags. They hold no parentheses at all: the site
 * answers 403 to two pairs. Never two queries of the same words.
 */
export function planQueries(subject: Subject): readonly PlannedQuery[] {
  const plan: PlannedQuery[] = [];
  const asked = new Set<string>();
  const search = (text: string, type: CatalogQuery['type']): void => {
    const query = plainQuery(text);
    // Folding makes a name in another script equal to its Latin spelling, and a store may know only one of them.
    const script = OTHER_SCRIPT.test(query) ? 'as written: ' : '';
    const key = script + [...new Set(words(fold(query)))].sort().join(' ');
    if (query === '' || asked.has(key)) return;
    asked.add(key);
    plan.push({ kind: 'search', query: { text: query, type } });
  };
  const { trackId, isrc } = subject.identifiers;
  if (trackId !== undefined) {
    plan.push({ kind: 'lookup', id: trackId, query: { text: String(trackId), type: 'identifier' } });
  }
  if (isrc !== undefined) search(isrc, 'isrc');
  const [plainest, ...others] = subject.readings;
  if (plainest === undefined) return plan;
  const remix = plainest.version.credit.size > 0;
  search(fullText(plainest), remix ? 'remix' : 'priority');
  const searches = plan.length;
  if (plainest.artists.length > 0) search(titleText(plainest), 'title_only');
  // The store may know an artist by a Latin spelling only.
  if (OTHER_SCRIPT.test(fullText(plainest))) search(fold(fullText(plainest)), 'priority');
  for (const reading of others) search(fullText(reading), reading.source === 'file name' ? 'file_name' : 'priority');
  return plan.slice(0, Math.max(searches, searches - 1 + MAX_SEARCHES));
}

function fullText(reading: Reading): string {
  return [...reading.artists.slice(0, MAX_ARTISTS), titleText(reading)].join(' ');
}

function titleText(reading: Reading): string {
  const { credit, flavours, length } = reading.version;
  const version = [...credit, ...flavours];
  if (length === 'extended') version.push('extended');
  return [reading.title, ...version].join(' ');
}

function plainQuery(text: string): string {
  const plain = cleanText(text)
    .replace(/[()[\]{}"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= MAX_LENGTH) return plain;
  // Cutting through a surrogate pair would leave a text that no URL can hold.
  return plain
    .slice(0, MAX_LENGTH)
    .replace(/\s\S*$/, '')
    .replace(/[\uD800-\uDBFF]$/, '');
}
