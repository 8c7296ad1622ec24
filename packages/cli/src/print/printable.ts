/**
 * A text that came from a library or a web page, safe to print: without control characters, which could rewrite the
 * screen, and without marks that reverse the direction of what follows. Lines stay lines.
 */
export function harmless(text: string): string {
  return text.replace(/[^\P{Cc}\n]|[\u2028\u2029]/gu, ' ').replace(/[\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** The same on one line, as a cell of a table needs it. */
export function printable(text: string): string {
  return harmless(text).replace(/\s+/g, ' ').trim();
}
