import { type Cell, GAP, grid } from './grid.js';

/** Columns before every line of a section. */
export const INDENT = 2;
/** Columns of text below which breaking lines helps nobody. */
export const VALUE_LEAST = 20;
/** Columns of the names of lines: "Featured". */
const NAME_WIDTH = 10;

/** Two columns under a heading: a name, and what is to be said of it. */
export function named(rows: readonly (readonly [name: Cell, value: Cell])[], width: number): readonly string[] {
  if (rows.length === 0) return [];
  return indented(grid(rows, [NAME_WIDTH, Math.max(VALUE_LEAST, width - INDENT - NAME_WIDTH - GAP)]));
}

/** Lines of a section. */
export function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => ' '.repeat(INDENT) + line);
}
