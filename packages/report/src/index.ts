export {
  RESULTS_VERSION,
  type ResultsDocument,
  resultsDocumentSchema,
  resultsJsonSchema,
} from './document/results-document.js';
export type { RunRecord, RunSummary, StatusCounts } from './document/run-summary.js';
export {
  type ExplainedTrack,
  type ExplanationDocument,
  toExplanationDocument,
} from './explanation/explanation-document.js';
export { OutputError, type OutputErrorCode } from './output/output-error.js';
export { type Committed, type OutputFolder, openOutputFolder } from './output/output-folder.js';
export type { PendingFile } from './output/pending-file.js';
export type { BeatportFields } from './rows/beatport-fields.js';
export { type CandidateRow, type ResultRow, toResultRow } from './rows/result-row.js';
export {
  openReport,
  type ReportFormat,
  type ReportOptions,
  type ReportWriter,
  type WrittenReport,
} from './writer/report-writer.js';
