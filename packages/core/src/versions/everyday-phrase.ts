import { FILLERS, FLAVOUR_WORDS, LENGTH_WORDS, VERSION_NOUNS } from './vocabulary.js';

/** Words that name a version, and are everyday words as well. */
const EVERYDAY: ReadonlySet<string> = new Set([
  ...['live', 'club', 'dub', 'vocal', 'mixed', 'flip', 'beats', 'tool', 'demo', 'update', 'rub'],
  ...['mix', 'take', 'cut', 'track', 'original', 'long', 'radio', 'short', 'single', 'video'],
]);
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'da', 'this', 'that', 'my', 'your', 'our']);
const PRONOUNS: ReadonlySet<string> = new Set(['i', 'we', 'you', 'they', 'to', 'me', 'us', 'dont', 'cant']);
const PLACE_OR_MAKER = /^live (?:at|in|from|on)\b|\bby\b/;
const NUMBER = /^(?:v?\d+|i{1,3}|pt|part|final)$/;

/**
 * Whether a text only looks like the name of a version: "Live Your Life", "Take Me Higher", "Up in the Club". In the
 * name of a version the word that says so comes last ("Moss Dub", "Club Mix 2"), or is used for nothing else
 * ("Remix").
 */
export function isEverydayPhrase(words: readonly string[]): boolean {
  const last = words.findLastIndex(namesVersion);
  if (words.some((word) => namesVersion(word) && !EVERYDAY.has(word))) return false;
  if (PLACE_OR_MAKER.test(words.join(' '))) return false;
  if (words.slice(last + 1).some((word) => !FILLERS.has(word) && !NUMBER.test(word))) return true;
  const before = words[last - 1] ?? '';
  // "(The Dub)" may be a version; "(In the Club)" is not.
  return PRONOUNS.has(before) || (last > 1 && ARTICLES.has(before));
}

function namesVersion(word: string): boolean {
  return FLAVOUR_WORDS.has(word) || LENGTH_WORDS.has(word) || VERSION_NOUNS.has(word);
}
