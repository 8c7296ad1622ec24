import type { ReleasePreference } from '@cuepoint/core';
import type { FetcherOptionValues } from '../fetchers/fetcher-options.js';

/** Files a run can write: `results.json`, or `results.csv` with the audit tables `candidates.csv` and `queries.csv`. */
export type OutputFormat = 'json' | 'csv';

/**
 * Requests per second and host. `auto` keeps to {@link POLITE_RATE} on every host but this machine's own,
 * `unlimited` sets no ceiling.
 */
export type MaxRate = number | 'auto' | 'unlimited';

/** `auto` takes the API where there is a token that is good, and the pages where not. */
export type CatalogSource = 'auto' | 'site' | 'api';

/** Everything a user can set once for all runs. Names, ranges and defaults stand in `SETTINGS`. */
export interface Settings {
  /** Built-in name, package or path of the page fetcher. Checked when the run begins, since plug-ins add names. */
  readonly fetcher: string;
  /** Options of the page fetcher, by name. Checked by the fetcher itself when the run begins. */
  readonly fetcherOption: FetcherOptionValues;
  /** Where tracks are looked up: the pages of the site, the API with the user's own token, or whichever is open. */
  readonly source: CatalogSource;
  /** Address of the web site, without a slash at the end. */
  readonly siteUrl: string;
  /** Address of the JSON API, without a slash at the end. */
  readonly apiUrl: string;
  /** Tracks worked on at once. */
  readonly maxConcurrentTracks: number;
  /** Pages of one track fetched at once. */
  readonly maxConcurrentRequests: number;
  /** Requests in flight over the whole run. */
  readonly maxInFlight: number;
  /** Seconds for one attempt, from sending to the last byte. */
  readonly timeout: number;
  /** Attempts per request, the first one included. */
  readonly attempts: number;
  readonly maxRate: MaxRate;
  /** Requests in one run, every attempt counted; 0 for no bound. */
  readonly maxRequests: number;
  /** Which release of a recording is handed back when it is sold on several. */
  readonly prefer: ReleasePreference;
  /** Answer from stored pages while they are fresh; else every page is asked for anew, and stored. */
  readonly cache: boolean;
  /** Answer from stored pages alone, however old; nothing is sent. */
  readonly offline: boolean;
  /** Folder for the files of a run; null for `./cuepoint-out/<playlist>`. */
  readonly out: string | null;
  /** Never empty, without repetition, in the order given. */
  readonly format: readonly OutputFormat[];
  /** Nothing but errors on the terminal. */
  readonly quiet: boolean;
  /** What a developer wants to know as well. */
  readonly verbose: boolean;
}

/** Name of a setting in code; the names in file, environment and flags are made from it. */
export type SettingName = keyof Settings;
