import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.js';

const text = 'Zoë ✓ Ødegaard';

describe('decodeText', () => {
  it.each([
    ['no header', undefined, Buffer.from(text), text],
    ['no charset', 'text/html', Buffer.from(text), text],
    ['utf-8', 'text/html; charset=utf-8', Buffer.from(text), text],
    ['quotes and capitals', 'Text/HTML;Charset="UTF-8"', Buffer.from(text), text],
    ['a charset that nobody knows', 'text/html; charset=klingon', Buffer.from(text), text],
    ['latin1', 'text/html; charset=iso-8859-1', Buffer.from('Zoë', 'latin1'), 'Zoë'],
    ['the typographic signs of windows-1252', 'text/html; charset=latin1', Buffer.of(0x93, 0x80, 0x94), '“€”'],
    ['shift_jis', 'text/html; charset=shift_jis', Buffer.of(0x83, 0x65), 'テ'],
    ['utf-16', 'text/html; charset=utf-16le', Buffer.from(text, 'utf16le'), text],
    ['a byte order mark', 'text/html', Buffer.from(`\uFEFF${text}`), text],
    ['broken utf-8', 'text/html', Buffer.of(0x41, 0xc3, 0x28), 'A\uFFFD('],
    ['a character cut off by the end', 'text/html', Buffer.of(0x41, 0xc3), 'A\uFFFD'],
    ['nothing', 'text/html', Buffer.alloc(0), ''],
  ])('reads %s', (_name, contentType, body, expected) => {
    expect(decodeText(body, contentType)).toBe(expected);
  });
});
