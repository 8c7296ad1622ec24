import type { TrackResult } from '@cuepoint/core';
import type { Database } from '../database/database.js';
import { STORE_DEFAULTS } from '../defaults.js';
import { packResult, type RecordedResult, unpackResult } from './recorded-result.js';
import { type RunRow, RunRows, type RunState, type RunSubject } from './run-rows.js';

/** What a run is about. */
export interface RunRequest {
  /**
   * Everything that decides what a track's answer is, as one text: the settings that matter and the version of the
   * program. Runs with equal ones may take up each other's results.
   */
  readonly settings: string;
  readonly library: { readonly path: string; readonly sha256: string };
  /** Full paths of the playlists. */
  readonly playlists: readonly string[];
  /** Begin anew although a run was left unfinished (`--restart`). Default false. */
  readonly restart?: boolean;
}

/** A run as the journal remembers it. Times in milliseconds since 1970. */
export interface RunEntry {
  readonly id: number;
  readonly settings: string;
  readonly library: { readonly path: string; readonly sha256: string };
  readonly playlists: readonly string[];
  /** `running` is also what a run is that was killed. */
  readonly state: RunState;
  readonly startedAt: number;
  readonly endedAt?: number;
}

/** The runs of a user: one to take up where it stopped, and what others there were. */
export class Journal {
  readonly #database: Database;
  readonly #rows: RunRows;
  readonly #now: () => number;

  /** @internal Use `openDataStore`. */
  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#rows = new RunRows(database);
    this.#now = now;
  }

  /**
   * Takes up the last run of these settings if it was left unfinished, whatever library and playlists it was for:
   * its results count by what a track is, not by where it stands. Else begins a new one. Hold the run lock.
   */
  openRun(request: RunRequest): JournalRun {
    const { settings, library, playlists } = request;
    const subject: RunSubject = { settings, libraryPath: library.path, librarySha256: library.sha256, playlists };
    return this.#database.transaction(() => {
      const last = request.restart === true ? undefined : this.#rows.latest(settings);
      if (last !== undefined && last.state !== 'finished') {
        this.#rows.takeUp(last.id, subject);
        return new JournalRun(this.#database, this.#rows, this.#now, { id: last.id, resumed: true });
      }
      // Or the next run would take up one that this one has overtaken.
      this.#rows.dropUnfinished(settings);
      const id = this.#rows.begin(subject, this.#now());
      this.#rows.forgetAllBut(id, STORE_DEFAULTS.rememberedRuns);
      return new JournalRun(this.#database, this.#rows, this.#now, { id, resumed: false });
    });
  }

  /** The runs that are remembered, the last begun first. */
  runs(): readonly RunEntry[] {
    return this.#rows.list().map(toEntry);
  }
}

/** A run that is under way. */
export class JournalRun {
  /** Number of the run, unique in its file. */
  readonly id: number;
  /** It was left unfinished, and is taken up again. */
  readonly resumed: boolean;
  readonly #database: Database;
  readonly #rows: RunRows;
  readonly #now: () => number;

  /** @internal Use `Journal.openRun`. */
  constructor(database: Database, rows: RunRows, now: () => number, run: Pick<JournalRun, 'id' | 'resumed'>) {
    this.id = run.id;
    this.resumed = run.resumed;
    this.#database = database;
    this.#rows = rows;
    this.#now = now;
  }

  /** How many tracks have a result that `lookup` would give. */
  get recorded(): number {
    return this.#rows.countResults(this.id, this.#freshSince());
  }

  /**
   * Records the result of a track, in place of any other of it. It is there after a crash. Record only what is final:
   * a track that was blocked or failed is to be tried again.
   *
   * @param fingerprint `trackFingerprint` of the track. Equal tracks, wherever they stand, share one result.
   */
  record(fingerprint: string, result: RecordedResult | TrackResult): void {
    this.#rows.putResult(this.id, fingerprint, this.#now(), packResult(result));
  }

  /**
   * The result that was recorded for a track; undefined where there is none, where it is older than
   * `STORE_DEFAULTS.resultsFreshMs`, or where it cannot be read. Put the track and its place to it.
   */
  lookup(fingerprint: string): RecordedResult | undefined {
    const packed = this.#rows.findResult(this.id, fingerprint, this.#freshSince());
    return packed === undefined ? undefined : unpackResult(packed);
  }

  /**
   * Ends the run. A `finished` one starts anew next time, and its results are dropped: call it when the files of the
   * run are written. A `stopped` one keeps them to be taken up.
   */
  finish(state: Exclude<RunState, 'running'>): void {
    this.#database.transaction(() => {
      this.#rows.end(this.id, state, this.#now());
      if (state === 'finished') this.#rows.dropResults(this.id);
    });
  }

  #freshSince(): number {
    return this.#now() - STORE_DEFAULTS.resultsFreshMs;
  }
}

function toEntry(row: RunRow): RunEntry {
  const { libraryPath, librarySha256, endedAt, ...same } = row;
  return {
    ...same,
    library: { path: libraryPath, sha256: librarySha256 },
    ...(endedAt === null ? {} : { endedAt }),
  };
}
