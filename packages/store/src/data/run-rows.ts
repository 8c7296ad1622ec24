import { z } from 'zod';
import type { Database, Statement } from '../database/database.js';

/** How a run stands. `running` is also what a run is that was killed. */
export type RunState = 'running' | 'finished' | 'stopped';

const runRow = z.object({
  id: z.int(),
  settings: z.string(),
  libraryPath: z.string(),
  librarySha256: z.string(),
  playlists: z.string().transform((text, context): readonly string[] => {
    const read = playlistNames.safeParse(parseJson(text));
    if (read.success) return read.data;
    context.addIssue('not a list of names');
    return z.NEVER;
  }),
  state: z.enum(['running', 'finished', 'stopped']),
  startedAt: z.int(),
  endedAt: z.int().nullable(),
});

/** A run as it lies in the file. Times in milliseconds since 1970. */
export type RunRow = Readonly<z.infer<typeof runRow>>;

/** What a run is about. */
export type RunSubject = Pick<RunRow, 'settings' | 'libraryPath' | 'librarySha256' | 'playlists'>;

const RUN_COLUMNS = `id, settings, library_path AS "libraryPath", library_sha256 AS "librarySha256", playlists, state,
  started_at AS "startedAt", ended_at AS "endedAt"`;

const idRow = z.object({ id: z.int() });
const countRow = z.object({ count: z.int() });
const resultRow = z.object({ result: z.instanceof(Uint8Array) });
const playlistNames = z.array(z.string());

/** The statements of the journal: all of its SQL, and nothing else. */
export class RunRows {
  readonly #latest: Statement;
  readonly #list: Statement;
  readonly #insert: Statement;
  readonly #takeUp: Statement;
  readonly #end: Statement;
  readonly #dropUnfinished: Statement;
  readonly #forget: Statement;
  readonly #putResult: Statement;
  readonly #findResult: Statement;
  readonly #countResults: Statement;
  readonly #dropResults: Statement;

  constructor(database: Database) {
    this.#latest = database.prepare(`SELECT ${RUN_COLUMNS} FROM runs WHERE settings = ? ORDER BY id DESC LIMIT 1`);
    this.#list = database.prepare(`SELECT ${RUN_COLUMNS} FROM runs ORDER BY id DESC`);
    this.#insert = database.prepare(`
      INSERT INTO runs (settings, library_path, library_sha256, playlists, state, started_at)
      VALUES (?, ?, ?, ?, 'running', ?) RETURNING id`);
    this.#takeUp = database.prepare(`
      UPDATE runs SET state = 'running', ended_at = NULL, library_path = ?, library_sha256 = ?, playlists = ?
      WHERE id = ?`);
    this.#end = database.prepare('UPDATE runs SET state = ?, ended_at = ? WHERE id = ?');
    this.#dropUnfinished = database.prepare(`DELETE FROM runs WHERE settings = ? AND state <> 'finished'`);
    this.#forget = database.prepare(`
      DELETE FROM runs WHERE id <> ?1 AND id NOT IN (SELECT id FROM runs WHERE id <> ?1 ORDER BY id DESC LIMIT ?2)`);
    this.#putResult = database.prepare(`
      INSERT INTO results (run_id, fingerprint, recorded_at, result) VALUES (?, ?, ?, ?)
      ON CONFLICT (run_id, fingerprint) DO UPDATE SET recorded_at = excluded.recorded_at, result = excluded.result`);
    this.#findResult = database.prepare(`
      SELECT result FROM results WHERE run_id = ? AND fingerprint = ? AND recorded_at >= ?`);
    this.#countResults = database.prepare(`
      SELECT COUNT(*) AS count FROM results WHERE run_id = ? AND recorded_at >= ?`);
    this.#dropResults = database.prepare('DELETE FROM results WHERE run_id = ?');
  }

  /** The last run that was begun with these settings. */
  latest(settings: string): RunRow | undefined {
    const row = this.#latest.get(settings);
    return row === undefined ? undefined : runRow.parse(row);
  }

  /** All runs, the last begun first. */
  list(): readonly RunRow[] {
    return this.#list.all().map((row) => runRow.parse(row));
  }

  /** @returns The number of the new run. */
  begin(run: RunSubject, startedAt: number): number {
    const playlists = JSON.stringify(run.playlists);
    return idRow.parse(this.#insert.get(run.settings, run.libraryPath, run.librarySha256, playlists, startedAt)).id;
  }

  takeUp(id: number, run: RunSubject): void {
    this.#takeUp.run(run.libraryPath, run.librarySha256, JSON.stringify(run.playlists), id);
  }

  end(id: number, state: RunState, endedAt: number): void {
    this.#end.run(state, endedAt, id);
  }

  dropUnfinished(settings: string): void {
    this.#dropUnfinished.run(settings);
  }

  /** Forgets all runs but one, and so many others that were begun last. */
  forgetAllBut(id: number, others: number): void {
    this.#forget.run(id, others);
  }

  putResult(id: number, fingerprint: string, recordedAt: number, result: Uint8Array): void {
    this.#putResult.run(id, fingerprint, recordedAt, result);
  }

  findResult(id: number, fingerprint: string, since: number): Uint8Array | undefined {
    return resultRow.optional().parse(this.#findResult.get(id, fingerprint, since))?.result;
  }

  countResults(id: number, since: number): number {
    return countRow.parse(this.#countResults.get(id, since)).count;
  }

  dropResults(id: number): void {
    this.#dropResults.run(id);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
