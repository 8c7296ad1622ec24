import { stringify } from 'csv-stringify/sync';

/** What may stand in a cell; a list is joined with ", ", null is an empty cell. */
export type CsvValue = string | number | boolean | null | readonly (string | number)[];

/** What stands before the first row: the byte order mark, without which Excel takes UTF-8 for a Windows code page. */
export const CSV_START = '\uFEFF';

/**
 * Rows of CSV, each with its line end, as RFC 4180 has it: commas, CRLF (which Excel and Numbers both read), quotes
 * where needed.
 *
 * A text that a spreadsheet could take for a formula (it begins with `=`, `+`, `-`, `@`, one of their full-width
 * forms, a tab or a line break) gets an apostrophe in front, which a spreadsheet shows as text. Numbers stay numbers.
 */
export function csvRows(rows: readonly (readonly CsvValue[])[]): string {
  const cells = rows.map((row) => row.map((value) => (Array.isArray(value) ? value.join(', ') : value)));
  return stringify(cells, {
    escape_formulas: true,
    record_delimiter: 'windows',
    // Of its own accord it quotes the whole CRLF only, and a bare line feed would cut the row in two.
    quoted_match: /[\r\n]/,
    cast: {
      boolean: (value) => String(value),
      // A leading line feed is the one start that escape_formulas lets pass; some spreadsheets skip it.
      string: (value) => (value.startsWith('\n') ? `'${value}` : value),
    },
  });
}
