import Table from 'cli-table3';
import { harmless } from '../printable.js';

/** One cell: text from anywhere, made printable here, and how to colour it. */
export interface Cell {
  readonly text: string;
  readonly color?: (text: string) => string;
  /** Columns it goes over. Default 1. */
  readonly span?: number;
}

/** Spaces between two columns. */
export const GAP = 2;

/**
 * Cells in columns without lines around them: long texts go on below, and nothing is cut.
 * @param widths Of the columns, in columns of text.
 */
export function grid(rows: readonly (readonly Cell[])[], widths: readonly number[]): readonly string[] {
  const table = new Table({
    chars: NO_LINES,
    colWidths: widths.map((width) => width + GAP - 1),
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP - 1 },
  });
  for (const row of rows) {
    let at = 0;
    table.push(
      row.map((cell) => {
        const own = widths.slice(at, at + (cell.span ?? 1));
        at += own.length;
        // Over several columns the table itself makes no use of the last column of the gap.
        const width = own.reduce((sum, one) => sum + one, own.length - 1);
        return { content: coloured(cell, width), colSpan: own.length };
      }),
    );
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

/** Between columns one space; the rest of the gap is the padding of the cells. */
const NO_LINES = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' ' },
};

/** Word by word: the table breaks lines between words, and a colour that is still on would run into the next cell. */
function coloured({ text, color = (word) => word }: Cell, width: number): string {
  return harmless(text)
    .split(/\s/)
    .flatMap((word) => pieces(word, width))
    .map((word) => (word === '' ? '' : color(word)))
    .join(' ');
}

/** A word that is wider than its column (a path, a title in a script without spaces) in pieces that are not. */
function pieces(word: string, width: number): readonly string[] {
  // At most two columns a UTF-16 unit: most words need no closer look.
  if (word.length * 2 <= width) return [word];
  const found: string[] = [];
  let piece = '';
  let taken = 0;
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const wide = WIDE.test(segment) ? 2 : 1;
    if (taken + wide > width) {
      found.push(piece);
      piece = '';
      taken = 0;
    }
    piece += segment;
    taken += wide;
  }
  return [...found, piece];
}

/** Letters that take two columns: East Asian scripts, full-width forms, pictures. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|\uFE0F/u;
