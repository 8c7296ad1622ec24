import { advise, analysisPage, analyzeNetworkTime, loadMetrics, renderAnalysis } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { deliverReport, readReportCall, warnOf } from './report-call.js';

/** `cuepoint analyze METRICS.json`: whether concurrent fetching pays, by the metrics of a run. */
export async function runAnalyze(call: CommandCall): Promise<number> {
  const { files, format, out } = readReportCall(call, {
    command: 'analyze',
    files: ['METRICS.json'],
    formats: ['text', 'markdown', 'json', 'html'],
  });
  const [file = ''] = files;
  const { document, notes } = await loadMetrics(file);
  warnOf(notes, call.terminal);
  const report =
    format === 'html' ? analysisPage(document) : renderAnalysis(analyzeNetworkTime(document), format, advise(document));
  await deliverReport(report, out, call.terminal);
  return EXIT.done;
}
