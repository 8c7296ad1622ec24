import type { Observer, RunEvent, TrackResult } from '@cuepoint/core';
import { checkMetricsTarget, createMetricsCollector, exportMetrics, type RunSettings } from '@cuepoint/metrics';
import { readLibrary } from '@cuepoint/rekordbox';
import { openReport, type RunRecord } from '@cuepoint/report';
import { appFolders } from '../folders/app-folders.js';
import { COLLECTION, type Selection, selectEntries } from '../library/select-entries.js';
import { openSession, type RunOptions, type Session } from '../session/session.js';
import { rateFor } from '../settings/rate.js';
import type { Settings } from '../settings/settings.js';
import { countRequests } from './count-requests.js';
import { openKeeping } from './keeping.js';
import type { MatchHooks, MatchOutcome, MatchRequest, RunStop } from './match-request.js';
import { defaultOutDir } from './output-folder.js';

/**
 * The whole main job: reads the export, matches the tracks of the playlists, writes the files and the metrics. What
 * was done is kept whatever ends the run: a blocked site, a stop, an abort.
 *
 * @throws {CuePointError} before anything is written, when it cannot run: `LIBRARY_…`, `PLAYLIST_…`, `FETCHER_…`,
 *   `OUTPUT_…`, `METRICS_IN_THE_WAY`.
 */
export async function matchLibrary(request: MatchRequest, hooks: MatchHooks = {}): Promise<MatchOutcome> {
  const { settings } = request;
  const warnings: string[] = [];
  const warn = (message: string): void => {
    warnings.push(message);
    hooks.onWarning?.(message);
  };
  const library = await readLibrary(request.library);
  for (const warning of library.warnings) warn(warning.message);
  const selection = selectEntries(library, request.playlists);
  const outDir = request.outDir ?? settings.out ?? defaultOutDir(selection.playlists, COLLECTION);
  if (request.metricsFile !== undefined) await checkMetricsTarget(request.metricsFile);

  const folders = request.folders ?? appFolders();
  using keeping = await openKeeping(
    folders,
    {
      settings: fingerprintOf(request),
      library: { path: library.file, sha256: library.sha256 },
      playlists: selection.playlists,
      ...(request.restart === undefined ? {} : { restart: request.restart }),
    },
    warn,
  );
  await using session = await openSession({
    settings,
    configFolder: folders.config,
    ...(keeping.pages === undefined ? {} : { pages: keeping.pages }),
    toolVersion: request.toolVersion,
    onWarning: warn,
    ...(request.policies === undefined ? {} : { policies: request.policies }),
    ...(hooks.onLog === undefined ? {} : { log: hooks.onLog }),
  });
  // Opened before the first request: what stands in the way of the files must not be found after the last one.
  await using report = await openReport(outDir, { formats: settings.format });
  hooks.onPlan?.({ playlists: selection.playlists, total: selection.entries.length, resumed: keeping.resumed });
  const collector = createMetricsCollector({ settings: boundsOf(settings, session) });
  const counter = countRequests();
  const clock = { startedAt: new Date(), from: performance.now() };
  const results: TrackResult[] = [];
  const record: Observer = (event) => {
    if (event.type === 'track-end') keeping.record(event.result);
  };
  const watching = { ...hooks, recall: keeping.recall };
  for await (const result of runAll(session, selection, watching, [record, counter.observe, collector.observe])) {
    results.push(result);
    await report.add(result);
  }
  const elapsedMs = performance.now() - clock.from;
  const stopped = howItStopped(session, selection, results, hooks);
  const written = await report.finish({
    ...describeRun(request, session),
    library: { path: library.file, sha256: library.sha256 },
    playlists: selection.playlists,
    startedAt: clock.startedAt,
    finishedAt: new Date(),
    stopped: stopped === null ? null : { reason: stopped.message, notReached: stopped.notReached },
    requests: counter.sent(),
  });
  keeping.finish(stopped === null ? 'finished' : 'stopped');
  written.warnings.forEach(warn);
  const files = [...written.files];
  if (request.metricsFile !== undefined) files.push(await exportMetrics(collector.document(), request.metricsFile));
  return { results, counts: written.counts, stopped, outDir, files, requests: counter.sent(), elapsedMs, warnings };
}

function runAll(
  session: Session,
  selection: Selection,
  hooks: MatchHooks & Pick<RunOptions, 'recall'>,
  own: readonly Observer[],
): AsyncGenerator<TrackResult, void, undefined> {
  const observers = hooks.observer === undefined ? own : [...own, hooks.observer];
  return session.run(selection.entries, {
    observer: (event: RunEvent) => {
      for (const observe of observers) observe(event);
    },
    ...(hooks.stop === undefined ? {} : { stop: hooks.stop }),
    ...(hooks.recall === undefined ? {} : { recall: hooks.recall }),
    ...(hooks.abort === undefined ? {} : { abort: hooks.abort }),
  });
}

/** Everything that decides what a track's answer is: runs with an equal one may take up each other's results. */
function fingerprintOf({ settings, toolVersion }: MatchRequest): string {
  const { source, siteUrl, apiUrl, prefer } = settings;
  return JSON.stringify({ toolVersion, source, siteUrl, apiUrl, prefer });
}

/** What the files say of the settings: those that a person needs to repeat the run. */
function describeRun(request: MatchRequest, session: Session): Pick<RunRecord, 'toolVersion' | 'fetcher' | 'settings'> {
  const { settings } = request;
  return {
    toolVersion: request.toolVersion,
    fetcher: session.fetcherName,
    settings: {
      source: session.catalog.name,
      site_url: settings.siteUrl,
      max_concurrent_tracks: session.concurrentTracks,
      max_concurrent_requests: settings.maxConcurrentRequests,
      max_in_flight: settings.maxInFlight,
      timeout: settings.timeout,
      attempts: settings.attempts,
      max_rate: settings.maxRate,
      prefer: settings.prefer,
    },
  };
}

/** A site that shut us out comes before an interruption: it is what the user must know. */
function howItStopped(
  session: Session,
  selection: Selection,
  results: readonly TrackResult[],
  hooks: MatchHooks,
): RunStop | null {
  const notReached = selection.entries.length - results.length;
  const halted = session.halted;
  if (halted !== undefined) {
    const reason = halted.kind === 'budget' ? 'budget' : 'blocked';
    return { reason, message: sentence(halted.message, halted.hint), notReached };
  }
  if (notReached === 0 || !(hooks.stop?.aborted || hooks.abort?.aborted)) return null;
  return { reason: 'interrupted', message: 'Interrupted; what was done is kept.', notReached };
}

function sentence(message: string, hint: string | undefined): string {
  const capital = message.charAt(0).toUpperCase() + message.slice(1);
  return hint === undefined ? capital : `${capital} ${hint}`;
}

function boundsOf(settings: Settings, session: Session): RunSettings {
  const rate = rateFor(settings.maxRate, settings.siteUrl);
  return {
    fetcher: session.fetcherName,
    maxConcurrentTracks: session.concurrentTracks,
    maxConcurrentRequests: settings.maxConcurrentRequests,
    maxInFlight: settings.maxInFlight,
    maxRate: Number.isFinite(rate) ? rate : null,
  };
}
