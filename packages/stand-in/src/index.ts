/**
 * A faithful local Beatport for tests, the demo and the benchmark: real page shapes, ranking, weight, latency, faults.
 *
 * @packageDocumentation
 */
export type { CatalogueRow } from './catalogue/catalogue-row.js';
export { StandInError, type StandInErrorCode } from './catalogue/stand-in-error.js';
export type { Seen } from './conformance/seen.js';
export { type FaultName, faultNames } from './faults/fault-names.js';
export type { SearchGeneration, TrackGeneration } from './pages/generations.js';
export type { RequestKind, RequestRecord, StandInStats } from './server/request-log.js';
export type { FaultRule, Latency, StandInSettings, StandInSettingsInput } from './settings.js';
export { type StandIn, type StandInOptions, startStandIn } from './start-stand-in.js';
