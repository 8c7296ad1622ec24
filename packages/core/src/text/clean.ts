const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Puts a text from a library or a store into one plain form: NFC, entities that were encoded twice decoded,
 * invisible characters gone, quotes, dashes and brackets in their ASCII form, white space single and trimmed.
 * Letters are left as they are; see `fold` for a form to compare.
 */
export function cleanText(text: string): string {
  return (
    decodeLeftoverEntities(text)
      .normalize('NFC')
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
      .replace(/[\u2018\u2019\u201B\u2032\u02BC`\u00B4]/g, "'")
      .replace(/[\u201C\u201D\u201E\u2033]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\uFF5C|]/g, ' - ')
      .replace(/[\uFF08\uFE59]/g, '(')
      .replace(/[\uFF09\uFE5A]/g, ')')
      .replace(/[\uFF3B\u3010]/g, '[')
      .replace(/[\uFF3D\u3011]/g, ']')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      // Again: an accent may have been kept from its letter by something invisible.
      .normalize('NFC')
  );
}

/** Download sites store "&amp;" as text, so that it comes out of the XML still encoded. */
function decodeLeftoverEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    // Half a surrogate pair would make every URL built from the text throw.
    const isCharacter = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : ' ';
  });
}
