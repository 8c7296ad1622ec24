/** How a report is written: for a terminal, for a page of Markdown, or for a program. */
export type ReportFormat = 'text' | 'markdown' | 'json';
