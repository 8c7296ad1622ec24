export { type Advice, type AdviseOptions, advise, type Prediction } from './adviser/advise.js';
export type { Limit } from './adviser/find-limit.js';
export { analyzeNetworkTime, type NetworkTimeAnalysis, type QueryTypeTime } from './analysis/analyze-network-time.js';
export { DECISION_THRESHOLDS, type Decision, type Recommendation } from './analysis/decision.js';
export type { RateFinding } from './analysis/rate-finding.js';
export { renderAnalysis } from './analysis/render-analysis.js';
export type { RunSettings } from './collector/build-document.js';
export {
  createMetricsCollector,
  type MetricsCollector,
  type MetricsCollectorOptions,
} from './collector/metrics-collector.js';
export type { ResourceUsage } from './collector/resource-usage.js';
export { type ComparedRun, compareRuns, type RunComparison, type RunConcurrency } from './comparison/compare-runs.js';
export { renderComparison } from './comparison/render-comparison.js';
export { metricsJsonSchema } from './document/json-schema.js';
export {
  METRICS_VERSION,
  type MetricsDocument,
  metricsDocumentSchema,
  type NetworkAnalysis,
  type TrackMetrics,
  type TypeNetworkTime,
} from './document/metrics-document.js';
export type { PageMetrics, QueryMetrics } from './document/query-metrics.js';
export { MetricsError, type MetricsErrorCode } from './errors/metrics-error.js';
export { checkMetricsTarget, type ExportMetricsOptions, exportMetrics } from './files/export-metrics.js';
export { type LoadedMetrics, loadMetrics } from './files/load-metrics.js';
export { writeReport } from './files/write-report.js';
export { analysisPage } from './page/analysis-page.js';
export type { ReportFormat } from './rendering/report-format.js';
