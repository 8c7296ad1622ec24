import { cleanText } from '../text/clean.js';
import { fold, words } from '../text/fold.js';
import { isSite, stripSites } from './junk.js';

const FEATURE = /\s*[([]?\s*\b(?:feat|ft|featuring)\b\.?\s+/i;
/** "x" only between spaces, "and" and "&" as separators too: sets are compared, so a pair cut in two still agrees. */
const SEPARATOR = /\s*(?:[,;/|]|\s[xX×]\s|\s(?:vs|versus|pres|presents|and|with|meets|from)\.?\s|\s?&\s?|\s\+\s)\s*/i;
const NOBODY = new Set(['unknown', 'unknown artist', 'various artists', 'various', 'va', 'artist', 'n a', 'none']);

/** The credited names of an artist text, in order, each once. */
export interface ArtistNames {
  readonly main: readonly string[];
  readonly featured: readonly string[];
}

/** Splits "Axwell / Ingrosso feat. Deborah Cox" into names. Sites and "Unknown Artist" are nobody. */
export function parseArtists(text: string): ArtistNames {
  const cleaned = stripSites(cleanText(text));
  if (isSite(cleaned) || NOBODY.has(fold(cleaned))) return { main: [], featured: [] };
  const [main = '', ...featured] = cleaned.split(FEATURE);
  return { main: splitNames(main), featured: featured.flatMap(splitNames) };
}

/** Splits a list of names at every separator in use; "(UK)" and "(ofc)" go, since stores add them. */
export function splitNames(text: string): readonly string[] {
  const names: string[] = [];
  for (const part of text.split(SEPARATOR)) {
    const name = stripSuffix(part).trim();
    if (/[\p{L}\p{N}]/u.test(name) && !names.includes(name)) names.push(name);
  }
  return names;
}

/** A name without the store's disambiguation: "FISHER (OZ)", "Anyma (ofc)", "Monty (House)". */
export function stripSuffix(name: string): string {
  const bare = name
    .replace(/\s*[([][^()[\]]{1,12}[)\]]\s*$/, '')
    .replace(/[()[\]]/g, ' ')
    .trim();
  return bare === '' ? name : bare;
}

/** Folded words of a name. */
export function nameWords(name: string): readonly string[] {
  return words(fold(stripSuffix(name)));
}
