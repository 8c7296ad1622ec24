import { adviceJson } from '../adviser/advice-json.js';
import type { Advice } from '../adviser/advise.js';
import type { ReportFormat } from '../rendering/report-format.js';
import { reportMarkdown } from '../rendering/report-markdown.js';
import { reportText } from '../rendering/report-text.js';
import { analysisJson } from './analysis-json.js';
import { analysisReport } from './analysis-report.js';
import type { NetworkTimeAnalysis } from './analyze-network-time.js';

/**
 * The analysis as a text without a line break at its end.
 *
 * @param advice What a replay of the same run predicts; left out where none was made.
 */
export function renderAnalysis(analysis: NetworkTimeAnalysis, format: ReportFormat, advice?: Advice): string {
  switch (format) {
    case 'text':
      return reportText(analysisReport(analysis, advice));
    case 'markdown':
      return reportMarkdown(analysisReport(analysis, advice));
    case 'json': {
      const predicted = advice === undefined ? {} : { advice: adviceJson(advice) };
      return JSON.stringify({ ...analysisJson(analysis), ...predicted }, null, 2);
    }
  }
}
