/**
 * Folds a text for comparison: lower case, no accents, letters that have no accent to lose spelled out ("Ø" is "o").
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øœæßłđðþı]/g, (letter) => plainLetters[letter] ?? letter);
}

/**
 * The words of a text, folded, in order. A possessive loses its "s" ("Noisia's" is found by "noisia");
 * other apostrophes vanish ("don't" is "dont").
 */
export function wordsOf(text: string): string[] {
  const plain = foldText(text)
    .replace(/['’‘`]s\b/g, '')
    .replace(/['’‘`]/g, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A text as part of a URL: "Drum & Bass" is "drum-bass". */
export function slugOf(text: string): string {
  return wordsOf(text).join('-');
}

const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
