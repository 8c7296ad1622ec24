import { createReadStream } from 'node:fs';
import type { TrackResult } from '@cuepoint/core';
import { type CsvTable, candidatesTable, queriesTable, resultsTable } from '../csv/tables.js';
import { RESULTS_VERSION } from '../document/results-document.js';
import { type RunRecord, type RunSummary, type StatusCounts, toRunSummary } from '../document/run-summary.js';
import { type Committed, type OutputFolder, openOutputFolder } from '../output/output-folder.js';
import type { PendingFile } from '../output/pending-file.js';
import { toResultRow } from '../rows/result-row.js';

/** A format results are written in: one JSON file, or three CSV files. */
export type ReportFormat = 'json' | 'csv';

/** Choices for a report. */
export interface ReportOptions {
  /** Default both. */
  readonly formats?: readonly ReportFormat[];
  /** The calendar. Default: the system's. */
  readonly wallClock?: () => Date;
}

/** What was written. */
export interface WrittenReport extends Committed {
  readonly counts: StatusCounts;
}

/** Takes the results of a run one by one; keeps none of them in memory. */
export interface ReportWriter extends AsyncDisposable {
  /** Adds one track. Await each call before the next: the files keep the order of the calls. */
  add(result: TrackResult): Promise<void>;
  /** Puts the files in their places. Also for a run that was stopped: its tracks so far are kept. */
  finish(run: RunRecord): Promise<WrittenReport>;
  /** Removes what was begun, unless the report was finished: the folder is then as it was. */
  [Symbol.asyncDispose](): Promise<void>;
}

const JSON_NAME = 'results.json';
const TABLES: readonly CsvTable[] = [resultsTable, candidatesTable, queriesTable];

/**
 * Begins a report. Open it before the run: whatever is in the way is found before the first request, not after the last.
 *
 * @param folder Where the files go: `results.json`, `results.csv`, `candidates.csv`, `queries.csv`.
 * @throws {OutputError} as do its methods; see `openOutputFolder` and `OutputFolder`.
 */
export async function openReport(folder: string, options: ReportOptions = {}): Promise<ReportWriter> {
  const { formats = ['json', 'csv'], wallClock = () => new Date() } = options;
  const output = await openOutputFolder(folder);
  const begun: PendingFile[] = [];
  const begin = async (name: string): Promise<PendingFile> => {
    const file = await output.begin(name);
    begun.push(file);
    return file;
  };
  const discard = async (): Promise<void> => {
    for (const file of begun) await file.discard();
  };

  try {
    const json = formats.includes('json')
      ? { tracks: await begin(JSON_NAME), whole: await begin(JSON_NAME) }
      : undefined;
    const tables = formats.includes('csv') ? await beginTables(begin) : [];
    const counts = { matched: 0, review: 0, unmatched: 0, blocked: 0, failed: 0, skipped: 0 };
    let separator = '\n';
    let finished: Promise<WrittenReport> | undefined;
    const finish = async (run: RunRecord): Promise<WrittenReport> => {
      const files = tables.map(({ file }) => file);
      if (json !== undefined) {
        await writeDocument(json.whole, toRunSummary(run, counts), wallClock(), json.tracks);
        files.unshift(json.whole);
      }
      return { ...(await output.commit(files)), counts: { ...counts } };
    };
    return {
      add: async (result) => {
        const row = toResultRow(result);
        counts[result.status] += 1;
        await json?.tracks.append(`${separator}    ${JSON.stringify(row)}`);
        separator = ',\n';
        for (const { table, file } of tables) await file.append(table.rows(row));
      },
      finish: (run) => {
        finished ??= finish(run);
        return finished;
      },
      [Symbol.asyncDispose]: async () => {
        // `return report.finish(run)` without an await disposes while the files are still being written.
        await Promise.allSettled([finished]);
        await discard();
      },
    };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function beginTables(begin: OutputFolder['begin']) {
  const tables: { readonly table: CsvTable; readonly file: PendingFile }[] = [];
  for (const table of TABLES) {
    const file = await begin(table.name);
    tables.push({ table, file });
    await file.append(table.start);
  }
  return tables;
}

/** What is known of a run is known last and stands first: the tracks, one to a line, are copied behind it. */
async function writeDocument(into: PendingFile, run: RunSummary, generated: Date, tracks: PendingFile): Promise<void> {
  const head = JSON.stringify({ version: RESULTS_VERSION, generated: generated.toISOString(), run }, null, 2);
  await into.append(`${head.replace(/\n}$/, '')},\n  "tracks": [`);
  await tracks.close();
  for await (const text of createReadStream(tracks.path, 'utf8')) await into.append(String(text));
  await into.append('\n  ]\n}\n');
  await tracks.discard();
}
