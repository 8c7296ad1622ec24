import { distance } from 'fastest-levenshtein';
import { words } from './fold.js';

/**
 * How alike two folded texts are, 0–1: edit distance over the longer length, taken on the texts as they stand and
 * with their words sorted, whichever is better. Subsets are not perfect ("acid" against "acid phase" is 0.4): a
 * measure that calls them so gives a perfect score to the wrong track.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const longer = Math.max(a.length, b.length);
  // The edit distance is at least the difference in length: most candidates of a search end here.
  if (Math.min(a.length, b.length) / longer < 0.4) return 0;
  const plain = 1 - distance(a, b) / longer;
  if (plain > 0.9 || !(a.includes(' ') || b.includes(' '))) return plain;
  return Math.max(plain, 1 - distance(sorted(a), sorted(b)) / longer);
}

/**
 * The share of `needles` that are found among `hay`, 0–1; a word counts as found when it is equal or one typing
 * error away (from five letters on).
 */
export function coverage(needles: readonly string[], hay: ReadonlySet<string>): number {
  if (needles.length === 0) return 0;
  let found = 0;
  for (const needle of needles) if (hay.has(needle) || hasNear(needle, hay)) found += 1;
  return found / needles.length;
}

function hasNear(needle: string, hay: ReadonlySet<string>): boolean {
  if (needle.length < 5) return false;
  for (const word of hay) if (Math.abs(word.length - needle.length) <= 1 && distance(word, needle) <= 1) return true;
  return false;
}

function sorted(text: string): string {
  return [...words(text)].sort().join(' ');
}
