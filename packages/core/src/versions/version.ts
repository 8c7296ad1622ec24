import { fold, words } from '../text/fold.js';
import { isEverydayPhrase } from './everyday-phrase.js';
import { FILLERS, FLAVOUR_WORDS, type Flavour, LENGTH_WORDS, type LengthClass, VERSION_NOUNS } from './vocabulary.js';

/** Which version of a work a text names. */
export interface Version {
  readonly flavours: ReadonlySet<Flavour>;
  readonly length: LengthClass;
  /**
   * The words that make the version somebody's or something's own, folded: the remixer ("victor", "ruiz"), a place, a
   * year ("2023"). A remixer and a mere name are told apart by nobody, and both mean: not the original.
   */
  readonly credit: ReadonlySet<string>;
  /** False when the text names no version at all. */
  readonly stated: boolean;
  /** The name was cut off: its last word may be the beginning of one, and what class it names is not known. */
  readonly cut?: true;
}

/** The version of a title that names none. */
export const UNSTATED: Version = { flavours: new Set(), length: 'unstated', credit: new Set(), stated: false };

/**
 * Reads a version name such as "Victor Ruiz Extended Remix", "Original Mix" or "2009 Remaster".
 *
 * @returns undefined when the text names no version: "Push The Tempo", "Live Your Life".
 */
export function parseVersion(text: string): Version | undefined {
  const flavours = new Set<Flavour>();
  const credit = new Set<string>();
  let length: LengthClass = 'unstated';
  let noun = false;
  const said = words(fold(joinSplitWords(text)));
  for (const word of said) {
    const flavour = FLAVOUR_WORDS.get(word);
    const lengthWord = LENGTH_WORDS.get(word);
    if (flavour !== undefined) flavours.add(flavour);
    else if (lengthWord !== undefined) length = longerClaim(length, lengthWord);
    else if (VERSION_NOUNS.has(word)) noun = true;
    else if (!FILLERS.has(word)) credit.add(word);
  }
  if (flavours.size === 0 && length === 'unstated' && !noun) return undefined;
  // "A Long Way Home" and "Radio Ga Ga" hold a word of length and are no version names.
  if (flavours.size === 0 && !noun && credit.size > 0) return undefined;
  if (isEverydayPhrase(said)) return undefined;
  return settle(flavours, length, credit);
}

/** The version of which a cut-off bracket shows only the beginning: "(Ottoline G" is somebody's, and not the original. */
export function cutOffVersion(text: string): Version {
  const credit = new Set(words(fold(text)).filter((word) => !FILLERS.has(word)));
  return { flavours: new Set(['remix']), length: 'unstated', credit, stated: true, cut: true };
}

/** Two statements about one track, such as two brackets, taken together. */
export function mergeVersions(a: Version, b: Version): Version {
  if (!a.stated) return b;
  if (!b.stated) return a;
  const length = a.length === 'unstated' || a.length === 'original' ? b.length : a.length;
  return settle(
    new Set([...a.flavours, ...b.flavours]),
    length === 'unstated' ? a.length : length,
    new Set([...a.credit, ...b.credit]),
  );
}

/** The same version with further words of credit, such as the store's list of remixers. */
export function withCredit(version: Version, names: readonly string[], flavour?: Flavour): Version {
  const credit = new Set(version.credit);
  for (const name of names) for (const word of words(fold(name))) if (!FILLERS.has(word)) credit.add(word);
  const flavours = new Set(version.flavours);
  if (flavour !== undefined && flavours.size === 0) flavours.add(flavour);
  return settle(flavours, version.length, credit);
}

/** Short text that is equal for equal versions: "remix|extended|ruiz victor". */
export function versionKey(version: Version): string {
  const length = version.length === 'unstated' ? 'original' : version.length;
  return `${[...version.flavours].sort().join('+')}|${length}|${[...version.credit].sort().join(' ')}`;
}

function settle(flavours: Set<Flavour>, length: LengthClass, credit: Set<string>): Version {
  // The year of a remaster says when it was made and not which version it is.
  if (flavours.has('remaster')) for (const word of credit) if (/^(19|20)\d\d$/.test(word)) credit.delete(word);
  // "Radio Edit" is a length, not somebody's edit.
  if (length === 'short' && credit.size === 0) flavours.delete('edit');
  return { flavours, length, credit, stated: true };
}

function longerClaim(known: LengthClass, said: LengthClass): LengthClass {
  return known === 'unstated' || known === 'original' ? said : known;
}

/** "Re-Edit", "A Cappella" and `12"` are one word each. */
function joinSplitWords(text: string): string {
  return (
    text
      .replace(/\bre[- ](edit|work|make|mix|fix|rub|master(?:ed)?)\b/gi, 're$1')
      .replace(/\ba[- ]?cc?app?ell?a\b/gi, 'acapella')
      .replace(/\b(?:12|10)\s*(?:"|''|in(?:ch)?\b)/gi, ' extended ')
      .replace(/\b7\s*(?:"|''|in(?:ch)?\b)/gi, ' short ')
      .replace(/\bmash[- ]up\b/gi, 'mashup')
      .replace(/\bdj[- ](mix|edit)\b/gi, ' $1')
      // Who sings on a version does not make it theirs.
      .replace(/(?:^|\s)\(?(?:feat|ft|featuring)\b.*$/i, '')
  );
}
