import { createPageReader } from '@cuepoint/beatport';
import type { Catalog, MatchOptions, Observer, TrackEntry, TrackResult } from '@cuepoint/core';
import { matchTracks } from '@cuepoint/core';
import { type Explanation, explainTrack } from '@cuepoint/core/matching';
import { type FetcherStack, fetcherStack, type Hold, type PolicySettings } from '@cuepoint/fetch-policies';
import type { PageStore } from '@cuepoint/store';
import { openTokenFile } from '../access/index.js';
import { createFetcher } from '../fetchers/create-fetcher.js';
import { appFolders } from '../folders/app-folders.js';
import type { MaxRate, Settings } from '../settings/settings.js';
import { openCatalog } from './open-catalog.js';
import { cacheUse } from './page-cache.js';
import { userAgent } from './user-agent.js';

/** What a session is opened with. */
export interface SessionOptions {
  readonly settings: Settings;
  /** Version of the program, for the user agent. */
  readonly toolVersion: string;
  /** What no setting offers, for a server of one's own: how long is waited, when a run is given up. Default none. */
  readonly policies?: Partial<PolicySettings>;
  /** Pages kept from earlier runs, which the caller closes. Default: none. */
  readonly pages?: PageStore;
  /** Folder of the configuration, where the user's API token is. Default the platform's own. */
  readonly configFolder?: string;
  /** What a developer may want to know. */
  readonly log?: (message: string) => void;
  /** Something the user should know although the run goes on: the site asked to be left alone for a while. */
  readonly onWarning?: (message: string) => void;
}

/** Largest page read, in bytes: the heaviest seen is 0.3 MB, and a broken answer must not fill the memory. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** How the tracks of a session are run. */
export interface RunOptions {
  readonly observer?: Observer;
  /** Begin no further track, finish those under way. */
  readonly stop?: AbortSignal;
  /** Drop what is under way. */
  readonly abort?: AbortSignal;
  /** What is known of an entry already, from an earlier run that was cut short. */
  readonly recall?: (entry: TrackEntry) => TrackResult | undefined;
}

/** A fetcher with its policies and the catalogue over it, ready to match tracks. Dispose of it to close connections. */
export interface Session extends AsyncDisposable {
  readonly catalog: Catalog;
  /** Name of the fetcher, also where the settings give a package or a path. */
  readonly fetcherName: string;
  /** Tracks it works on at once: 1 over a sequential fetcher, whatever the settings say. */
  readonly concurrentTracks: number;
  /** Why nothing more is sent; undefined while all is well. */
  readonly halted: FetcherStack['halted'];
  /** One result for each entry, in their order. */
  run(entries: readonly TrackEntry[], options?: RunOptions): AsyncGenerator<TrackResult, void, undefined>;
  /** One entry, matched as a run matches it, with everything that led to the decision. */
  explain(entry: TrackEntry, options?: Omit<RunOptions, 'stop'>): Promise<Explanation>;
}

/**
 * Composes what the settings describe: fetcher, policies, catalogue.
 *
 * @throws {CuePointError} `FETCHER_…`; `POLICY_SETTING_INVALID`; `TOKEN_MISSING`.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { settings } = options;
  const tokens = openTokenFile({ folder: options.configFolder ?? appFolders().config });
  const log = (message: string): void => options.log?.(tokens.redact(message));
  const onWarning = (message: string): void => options.onWarning?.(tokens.redact(message));
  const fetcher = await createFetcher(settings.fetcher, settings.fetcherOption, {
    allowedOrigins: [...new Set([settings.siteUrl, settings.apiUrl].map((url) => new URL(url).origin))],
    timeoutMs: settings.timeout * 1_000,
    maxBodyBytes: MAX_BODY_BYTES,
    userAgent: userAgent(options.toolVersion),
    maxInFlight: settings.maxInFlight,
    log,
  });
  // One reader for policies and catalogue: a page is parsed once. It links to the real site wherever pages come from.
  const reader = createPageReader();
  const stack = fetcherStack({
    fetcher,
    classify: reader.classify,
    lighten: reader.lighten,
    settings: { ...options.policies, ...policySettings(settings) },
    ...(options.pages === undefined ? {} : { cache: cacheUse(options.pages, settings) }),
    onHold: (hold) => onWarning(describeHold(hold)),
    onMany: ({ host, requests }) =>
      onWarning(
        `${host} has been asked ${requests} times in this run. --max-requests bounds a run; the next one goes on.`,
      ),
  });
  const opened = await openCatalog({
    settings,
    userAgent: userAgent(options.toolVersion),
    fetcher: stack.fetcher,
    reader,
    tokens,
    onWarning,
  }).catch(async (error: unknown) => {
    await stack.fetcher[Symbol.asyncDispose]();
    throw error;
  });
  const { catalog } = opened;
  const concurrentTracks = fetcher.concurrency === 1 ? 1 : settings.maxConcurrentTracks;
  const matching = (run: RunOptions): MatchOptions => ({
    catalog,
    prefer: settings.prefer,
    maxConcurrentRequests: settings.maxConcurrentRequests,
    ...(run.observer === undefined ? {} : { observer: run.observer }),
    ...(run.abort === undefined ? {} : { signal: run.abort }),
  });
  return {
    catalog,
    fetcherName: fetcher.name,
    concurrentTracks,
    get halted() {
      // A small plan or a dead token is a 403 or 401 to the policies, and has a better name here.
      return opened.halted ?? stack.halted;
    },
    run: (entries, run = {}) =>
      matchTracks(entries, {
        ...matching(run),
        maxConcurrentTracks: concurrentTracks,
        ...(run.stop === undefined ? {} : { stop: run.stop }),
        ...(run.recall === undefined ? {} : { recall: run.recall }),
      }),
    explain: (entry, run = {}) => explainTrack(entry, matching(run)),
    [Symbol.asyncDispose]: () => stack.fetcher[Symbol.asyncDispose](),
  };
}

function describeHold(hold: Hold): string {
  const seconds = Math.max(1, Math.round(hold.ms / 1_000));
  const asked = hold.named ? 'asks us to wait' : 'asks us to slow down; waiting';
  return `${hold.host} ${asked} ${seconds} s (status ${hold.status}).`;
}

function policySettings(settings: Settings): Partial<PolicySettings> {
  return {
    attempts: settings.attempts,
    maxInFlight: settings.maxInFlight,
    maxRequests: settings.maxRequests,
    ratePerSecond: rateOf(settings.maxRate),
  };
}

function rateOf(maxRate: MaxRate): PolicySettings['ratePerSecond'] {
  return maxRate === 'auto' ? 'by-host' : maxRate;
}
