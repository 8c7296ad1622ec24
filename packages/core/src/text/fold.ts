import anyAscii from 'any-ascii';

/**
 * The form of a text in which two spellings of one name are equal: ASCII letters in lower case (other scripts
 * transliterated: "Ødegaard" → "odegaard", "Кино" → "kino"), "&" and "+" as "and", apostrophes gone
 * ("don't" → "dont"), everything else a single space.
 *
 * Not by stripping accents after NFKD: that breaks Japanese and leaves ø, ł and ß as they are.
 */
export function fold(text: string): string {
  const ascii = isPlain(text) ? text : anyAscii(text);
  const folded = ascii
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[&+]/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  // A title such as "???" or "•" would otherwise equal every other one of its kind.
  return folded === '' ? text.trim().toLowerCase() : folded;
}

/** The words of a folded text. */
export function words(folded: string): readonly string[] {
  return folded === '' ? [] : folded.split(' ');
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 126) return false;
  return true;
}
