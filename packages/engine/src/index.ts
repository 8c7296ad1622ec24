export type {
  Candidate,
  CatalogTrack,
  Evidence,
  LibraryTrack,
  Observer,
  QueryAudit,
  ReleasePreference,
  RunEvent,
  TrackResult,
  TrackStatus,
} from '@cuepoint/core';
export { CuePointError, camelot, clock, errorCode, errorMessage, parseKey, WEIGHTS } from '@cuepoint/core';
export {
  type Compared,
  describeVersion,
  type Explanation,
  type Reading,
  type Recording,
} from '@cuepoint/core/matching';
export {
  advise,
  analysisPage,
  analyzeNetworkTime,
  compareRuns,
  loadMetrics,
  renderAnalysis,
  renderComparison,
  writeReport,
} from '@cuepoint/metrics';
export { type ExplainedTrack, type ExplanationDocument, toExplanationDocument } from '@cuepoint/report';
export * from './access/index.js';
export type { Check, CheckName } from './doctor/check.js';
export { type CheckUp, type CheckUpRequest, checkUp } from './doctor/check-up.js';
export {
  type ExplainHooks,
  type ExplainRequest,
  explainTrackOfLibrary,
} from './explain/explain-track-of-library.js';
export { FETCHER_NAMES } from './fetchers/built-in.js';
export { FetcherError, type FetcherErrorCode } from './fetchers/fetcher-error.js';
export type { FetcherOptionValues } from './fetchers/fetcher-options.js';
export { type FetcherDescription, type FetcherOption, listFetchers } from './fetchers/list-fetchers.js';
export { type AppFolders, appFolders } from './folders/app-folders.js';
export { type KeptFile, type KeptPlace, type KeptUse, keptPlaces } from './kept/kept-files.js';
export { openPurge, type Purge } from './kept/purge.js';
export {
  type ClearedPages,
  clearPages,
  type PrunedPages,
  prunePages,
  type StoredPages,
  storedPages,
} from './kept/stored-pages.js';
export { describeLibrary, type LibraryDescription } from './library/describe-library.js';
export { type ProcessOptions, processPlaylist, processTrack } from './process/process.js';
export { processPlaylistSync, processTrackSync } from './process/process-sync.js';
export { matchLibrary } from './run/match-library.js';
export type { MatchHooks, MatchOutcome, MatchPlan, MatchRequest, RunStop } from './run/match-request.js';
export { openSession, type RunOptions, type Session, type SessionOptions } from './session/session.js';
export { closestName } from './settings/closest-name.js';
export { type ConfigFile, configFilePath, readConfigFile, writeConfigValue } from './settings/config-file.js';
export { settingFlag, settingKey, settingVariable, settingWithKey } from './settings/names.js';
export { parseText } from './settings/parse-text.js';
export { loopback, POLITE_RATE, rateFor } from './settings/rate.js';
export {
  type ResolvedSettings,
  resolveSettings,
  type SettingOrigin,
  type SettingsSources,
} from './settings/resolve-settings.js';
export { describeRule, type Rule } from './settings/rule.js';
export { settingsSchema } from './settings/schema.js';
export type { CatalogSource, MaxRate, OutputFormat, SettingName, Settings } from './settings/settings.js';
export { SettingsError, type SettingsErrorCode } from './settings/settings-error.js';
export { SETTING_NAMES, SETTINGS, type SettingDefinition } from './settings/table.js';
