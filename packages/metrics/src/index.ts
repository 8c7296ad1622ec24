export type { RunSettings } from './collector/build-document.js';
export {
  createMetricsCollector,
  type MetricsCollector,
  type MetricsCollectorOptions,
} from './collector/metrics-collector.js';
export type { ResourceUsage } from './collector/resource-usage.js';
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
