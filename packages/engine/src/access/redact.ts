import { HIDDEN, type Secret } from './secret.js';

/**
 * Takes secrets out of a text, in every spelling in which a program writes them: as they are, and as part of a URL.
 * What looks like a bearer token or stands where an API writes its tokens goes as well, known or not.
 */
export function redact(text: string, secrets: Iterable<Secret> = []): string {
  const spellings = [...secrets].flatMap((secret) => spellingsOf(secret.reveal()));
  // A token that begins with another one would leave its end behind.
  spellings.sort((one, other) => other.length - one.length);
  let clean = text;
  for (const spelling of spellings) clean = clean.replaceAll(spelling, HIDDEN);
  return clean.replace(BEARER, `$1${HIDDEN}`).replace(MEMBER, `$1${HIDDEN}`);
}

/** Long enough not to take "bearer of good news" for one. */
const BEARER = /\b(bearer\s+)[\w\-.~+/]{16,}=*/gi;

/** A member of JSON, be it inside a text of JSON, or a field of a form. */
const MEMBER = /((?:access|refresh)_token\\*["']?\s*[:=]\s*\\*["']?)[^"'\\&\s,}]+/gi;

function spellingsOf(secret: string): string[] {
  return [...new Set([secret, encodeURIComponent(secret)])].filter((spelling) => spelling !== '');
}
