import { cleanText } from '../text/clean.js';
import { fold, words } from '../text/fold.js';
import { isSite, stripSites } from './junk.js';

const FEATURE = /\s*[([]?\s*\b(?:feat|ft|featuring)\b\.?\s+/i;
/** What stands between two credits; "x" only between spaces. */
const BETWEEN_CREDITS = /\s*(?:[,;/]|\s[x×]\s|\s(?:vs|versus|pres|presents|meets)\.?\s)\s*/i;
/** What stands between two names, or inside one: "Friction, Bou & Trigga", "Above & Beyond", "Ross from Friends". */
const BETWEEN_NAMES = /\s(?:and|with|from|\+)\s|\s?&\s?/i;
const NOBODY = new Set(['unknown', 'unknown artist', 'various artists', 'various', 'va', 'artist', 'n a', 'none']);

/** The credits of an artist text, in order, each once. */
export interface ArtistNames {
  /** As written: "Above & Beyond" is one credit. `splitNames` gives the names to compare. */
  readonly main: readonly string[];
  readonly featured: readonly string[];
}

/** Splits "Axwell / Ingrosso feat. Deborah Cox" into credits. Sites and "Unknown Artist" are nobody. */
export function parseArtists(text: string): ArtistNames {
  // Between artists a pipe is a comma; in a title it is the dash that `cleanText` makes of it.
  const plain = cleanText(text.replace(/[|\uFF5C]/g, ','));
  // "[TLG014] Quillon": a label or a number put before the artist.
  const cleaned = stripSites(plain).replace(/^\[[^\]]*\]\s*(?=[\p{L}\p{N}])/u, '');
  if (isSite(cleaned) || NOBODY.has(fold(cleaned))) return { main: [], featured: [] };
  const [main = '', ...featured] = cleaned.split(FEATURE);
  return { main: splitCredits(main), featured: distinct(featured.flatMap(splitCredits)) };
}

/** Splits a list of credits, each as written; "(UK)" and "(ofc)" go, since stores add them. */
export function splitCredits(text: string): readonly string[] {
  return distinct(text.split(BETWEEN_CREDITS));
}

/**
 * Splits a list of names at every separator in use, "&" and "and" too: sets are compared, so a pair cut in two still
 * agrees.
 */
export function splitNames(text: string): readonly string[] {
  return distinct(splitCredits(text).flatMap((credit) => credit.split(BETWEEN_NAMES)));
}

function distinct(parts: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const part of parts) {
    const name = stripSuffix(part).trim();
    if (/[\p{L}\p{N}]/u.test(name) && !names.includes(name)) names.push(name);
  }
  return names;
}

/** A name without the store's disambiguation: "FISHER (OZ)", "Anyma (ofc)", "Monty (House)". */
export function stripSuffix(name: string): string {
  const bare = name
    .replace(/(?<=\S)\s*[([][^()[\]]{1,12}[)\]]\s*$/, '')
    .replace(/[()[\]]/g, ' ')
    .trim();
  return bare === '' ? name : bare;
}

/** Folded words of each name in a list of credits, ready to compare. */
export function wordsOfNames(credits: readonly string[]): readonly (readonly string[])[] {
  return credits.flatMap(splitNames).map(nameWords);
}

/** Folded words of a name. Without its article: two bands would have "the" in common. */
export function nameWords(name: string): readonly string[] {
  const all = words(fold(stripSuffix(name)));
  return all.length > 1 && all[0] === 'the' ? all.slice(1) : all;
}
