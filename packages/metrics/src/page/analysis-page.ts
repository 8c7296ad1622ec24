import { type Advice, advise } from '../adviser/advise.js';
import { analysisReport } from '../analysis/analysis-report.js';
import { analyzeNetworkTime } from '../analysis/analyze-network-time.js';
import type { MetricsDocument } from '../document/metrics-document.js';
import type { ReportSection, ReportTable } from '../rendering/report.js';
import { inFlightOverTime, latencyClasses, slowestTracks, whereTheTimeGoes } from './chart-data.js';
import { barsHtml, stepsSvg } from './charts.js';
import { escapeHtml } from './html.js';
import { STYLE } from './style.js';

/** How fine the charts are. */
const DETAIL = { stretches: 240, latencyClasses: 12, slowestTracks: 10 } as const;

/** What a browser may do with the page: show it. Even a title that got past the escaping could load and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * The analysis of a run as one HTML page that needs nothing else: no script, no font, no network. Ends without a line
 * break.
 *
 * @param advice Default: made from the document.
 */
export function analysisPage(document: MetricsDocument, advice: Advice = advise(document)): string {
  const { title, sections } = analysisReport(analyzeNetworkTime(document), advice);
  // The answer first, then the pictures, then the figures.
  const answer = sections.slice(0, 3);
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>A run of ${escapeHtml(document.session_info.start_time)}.</p>`,
    ...answer.map(sectionHtml),
    ...charts(document),
    ...sections.slice(answer.length).map(sectionHtml),
    '</body></html>',
  ].join('\n');
}

function charts(document: MetricsDocument): string[] {
  const flights = stepsSvg(inFlightOverTime(document, DETAIL.stretches), document.session_info.total_time);
  return [
    chart('Requests in flight over time', flights),
    chart('Where the time goes', barsHtml(whereTheTimeGoes(document))),
    chart('How long requests take', barsHtml(latencyClasses(document, DETAIL.latencyClasses))),
    chart('Slowest tracks', barsHtml(slowestTracks(document, DETAIL.slowestTracks))),
  ];
}

function chart(title: string, content: string): string {
  return `<section><h2>${escapeHtml(title)}</h2>${content}</section>`;
}

function sectionHtml({ title, words = [], table }: ReportSection): string {
  const sentences = words.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('');
  return chart(title, `${sentences}${table === undefined ? '' : tableHtml(table)}`);
}

function tableHtml({ head, rows }: ReportTable): string {
  const headless = head.every((cell) => cell === '');
  const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
    texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('');
  const header = headless ? '' : `<thead><tr>${cells('th', head)}</tr></thead>`;
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('');
  return `<div class="scroll"><table>${header}<tbody>${body}</tbody></table></div>`;
}
