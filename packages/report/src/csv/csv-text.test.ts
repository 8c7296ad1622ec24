import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvValue, csvRows } from './csv-text.js';

/** What a spreadsheet takes for the start of a formula, or skips on its way to one. */
const FORMULA_STARTS = new Set(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);

/** The text of a row's only cell, as any CSV reader decodes it. */
function onlyCell(row: string): string {
  const line = row.slice(0, -2);
  return line.startsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line;
}

describe('csvRows', () => {
  it.each<[string, CsvValue[], string]>([
    ['numbers, booleans and nothing', [1, -2.5, true, false, null, ''], '1,-2.5,true,false,,\r\n'],
    ['lists', [['House', 'Deep'], [1, 2], []], '"House, Deep","1, 2",\r\n'],
    ['quotes and separators', ['say "hi"', 'a,b'], '"say ""hi""","a,b"\r\n'],
    ['line breaks of every kind', ['a\nb', 'a\rb', 'a\r\nb'], '"a\nb","a\rb","a\r\nb"\r\n'],
    ['other scripts', ['ディープ', 'Ødegård'], 'ディープ,Ødegård\r\n'],
    ['formulas', ['=1+1', '+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'], `'=1+1,'+1,'@SUM(A1),'\t=1,"'\r=1","'\n=1"\r\n`],
    ['the text of a negative number', ['-1.5'], "'-1.5\r\n"],
    ['a formula with quotes', ['=HYPERLINK("x")'], `"'=HYPERLINK(""x"")"\r\n`],
    ['a list that begins with a formula', [['=cmd', 'b']], `"'=cmd, b"\r\n`],
  ])('writes %s', (_, values, row) => {
    expect(csvRows([values])).toBe(row);
  });

  it('never leaves a text that could run, and changes no other', () => {
    const nasty = fc.tuple(fc.constantFrom(...FORMULA_STARTS, '"', ' ', "'", ','), fc.string({ unit: 'binary' }));
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      nasty.map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        const row = csvRows([[value]]);
        expect(row.startsWith('"')).toBe(/[",\r\n]/.test(value));
        const cell = onlyCell(row);
        expect(FORMULA_STARTS.has(cell.charAt(0))).toBe(false);
        expect(cell).toBe(FORMULA_STARTS.has(value.charAt(0)) ? `'${value}` : value);
      }),
    );
  });
});
