import type { Observer, TrackResult, TrackStatus } from '@cuepoint/core';
import type { PolicySettings } from '@cuepoint/fetch-policies';
import type { AppFolders } from '../folders/app-folders.js';
import type { Settings } from '../settings/settings.js';

/** What to match, and how. */
export interface MatchRequest {
  /** Path of the Rekordbox export, `.xml` or `.xml.gz`. */
  readonly library: string;
  /** Playlists by full path ("Folder/Name") or by a name that is unique; or every track of the collection, once. */
  readonly playlists: readonly string[] | 'all';
  readonly settings: Settings;
  /** Folder for the files; default `./cuepoint-out/<playlist>`. */
  readonly outDir?: string;
  /** What no setting offers, for a server of one's own: how long is waited, when a run is given up. Default none. */
  readonly policies?: Partial<PolicySettings>;
  /** Where to export the metrics of the run; default: nowhere. */
  readonly metricsFile?: string;
  /** Where pages, results and the token are kept. Default: the platform's own folders. */
  readonly folders?: AppFolders;
  /** Begin anew although an earlier run was cut short. Default false. */
  readonly restart?: boolean;
  /** Version of the program, for the user agent and the files. */
  readonly toolVersion: string;
}

/** Ways to watch a run and to end it early. */
export interface MatchHooks {
  readonly observer?: Observer;
  /** Called once, when it is known what will be matched. */
  readonly onPlan?: (plan: MatchPlan) => void;
  /** Something the user should know although the run goes on. */
  readonly onWarning?: (message: string) => void;
  /** Something a developer may want to know. */
  readonly onLog?: (message: string) => void;
  /** Soft stop: what is in flight is finished, nothing new is begun. */
  readonly stop?: AbortSignal;
  /** Hard stop: requests in flight are dropped. */
  readonly abort?: AbortSignal;
}

/** What a run is going to do. */
export interface MatchPlan {
  /** Full paths of the playlists; empty for the whole collection. */
  readonly playlists: readonly string[];
  /** Tracks, over all playlists. */
  readonly total: number;
  /** Results that an earlier run left, which was cut short; their tracks are not looked for again. */
  readonly resumed: number;
}

/** How a run ended. What was done before it was stopped is in the results and in the files. */
export interface MatchOutcome {
  readonly results: readonly TrackResult[];
  readonly counts: Readonly<Record<TrackStatus, number>>;
  readonly stopped: null | RunStop;
  /** Folder the files are in. */
  readonly outDir: string;
  /** Paths of the files written. */
  readonly files: readonly string[];
  /** Requests sent, every attempt counted. */
  readonly requests: number;
  readonly elapsedMs: number;
  readonly warnings: readonly string[];
}

/** Why a run ended before its last track. */
export interface RunStop {
  /** `blocked`: by the site. `budget`: `max_requests` have been sent. `interrupted`: by the user. */
  readonly reason: 'blocked' | 'budget' | 'interrupted';
  readonly message: string;
  /** Tracks that have no result. */
  readonly notReached: number;
}
