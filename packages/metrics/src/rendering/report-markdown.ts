import type { Report, ReportTable } from './report.js';

/** The report as Markdown with tables. Ends without a line break. */
export function reportMarkdown({ title, sections }: Report): string {
  const parts = sections.flatMap(({ title: name, words = [], table }) => [
    `## ${inline(name)}`,
    ...words.map(inline),
    ...(table === undefined ? [] : [tableText(table)]),
  ]);
  return [`# ${inline(title)}`, ...parts].join('\n\n');
}

function tableText({ head, rows }: ReportTable): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.map(inline).join(' | ')} |`).join('\n');
}

/** A text on one line that Markdown shows as it stands: a file name or a query type must not become markup. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_|<[\]]/g, '\\$&');
}
