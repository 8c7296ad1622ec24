import { compareRuns, loadMetrics, renderComparison } from '@cuepoint/engine';
import { deliverReport, readReportCall, warnOf } from '../analyze/report-call.js';
import type { CommandCall } from '../command.js';
import { EXIT } from '../exit-codes.js';

/** `cuepoint compare A.json B.json`: the metrics of two runs side by side. */
export async function runCompare(call: CommandCall): Promise<number> {
  const { files, format, out } = readReportCall(call, {
    command: 'compare',
    files: ['A.json', 'B.json'],
    formats: ['text', 'markdown', 'json'],
  });
  const [a = '', b = ''] = files;
  const [first, second] = [await loadMetrics(a), await loadMetrics(b)];
  warnOf([...first.notes.map((note) => `A: ${note}`), ...second.notes.map((note) => `B: ${note}`)], call.terminal);
  await deliverReport(renderComparison(compareRuns(first.document, second.document), format), out, call.terminal);
  return EXIT.done;
}
