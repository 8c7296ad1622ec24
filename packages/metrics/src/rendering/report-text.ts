import type { Report, ReportTable } from './report.js';

/** The report for a terminal: titles underlined, columns aligned. Ends without a line break. */
export function reportText({ title, sections }: Report): string {
  const parts = sections.map(({ title: name, words = [], table }) =>
    [name, '-'.repeat(name.length), ...words, ...(table === undefined ? [] : tableLines(table))].join('\n'),
  );
  return [`${title}\n${'='.repeat(title.length)}`, ...parts].join('\n\n');
}

function tableLines({ head, rows }: ReportTable): string[] {
  const lines = head.every((cell) => cell === '') ? rows : [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length), 0));
  return lines.map((cells) =>
    `  ${cells.map((cell, column) => aligned(cell, column, widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}

function aligned(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
