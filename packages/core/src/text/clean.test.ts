import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean.js';

describe('cleanText', () => {
  it.each([
    ['  Moth \t Parade\n', 'Moth Parade'],
    ['Brandel &amp; Loome', 'Brandel & Loome'],
    ['Moth&#39;s &#x201C;Parade&#x201D;', 'Moth\'s "Parade"'],
    ['Moth&nbsp;Parade', 'Moth Parade'],
    ['Moth &lt;3', 'Moth <3'],
    ['AT&T; &zzz;', 'AT&T; &zzz;'],
    ['Moth&#0;&#xDC00;&#x110000;Parade', 'Moth Parade'],
    ['Moth’s ‘Parade`', "Moth's 'Parade'"],
    ['12″', '12"'],
    ['Moth — Parade − 2', 'Moth - Parade - 2'],
    ['Quillon｜Moth|Parade', 'Quillon - Moth - Parade'],
    ['蛾（紙）［灯］【籠】', '蛾(紙)[灯][籠]'],
    ['Mo\u200Bth\u00AD \u202AParade\uFEFF', 'Moth Parade'],
    ['Moth\u0085Parade\u0000', 'Moth Parade'],
    ['e\u200B\u0301', 'é'],
    ['\u1FEF', "'"],
    ['&#x1FEF;', "'"],
  ])('makes of %j %j', (text, want) => {
    expect(cleanText(text)).toBe(want);
  });

  it('gives one plain form: composed, white space single and trimmed, nothing invisible, and the same again', () => {
    const odd = fc.constantFrom('\u200B', '\u0301', '\u00A0', '\uFEFF', '\u0007', '|', '’', '（', ' ', 'e');
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 3 }))), (pieces) => {
        const text = cleanText(pieces.join(''));
        expect(text).toBe(text.normalize('NFC').trim());
        expect(text).not.toMatch(/\s\s|[^\S ]|[\p{Cc}\u200B\uFEFF]/u);
        if (!text.includes('&')) expect(cleanText(text)).toBe(text);
      }),
    );
  });
});
