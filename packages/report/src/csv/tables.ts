import { beatportFieldsSchema } from '../rows/beatport-fields.js';
import { type CandidateRow, type ResultRow, resultRowSchema } from '../rows/result-row.js';
import { CSV_START, type CsvValue, csvRows } from './csv-text.js';

/** One of the CSV files: what it is called, how it begins, and which rows a track has in it. */
export interface CsvTable {
  /** File name. */
  readonly name: string;
  /** Byte order mark and header row. */
  readonly start: string;
  /** The rows of one track, each with its line end; empty when it has none. */
  rows(track: ResultRow): string;
}

/** The fields of a track that fit into one cell each: all but its lists of candidates and queries. */
const flatRowSchema = resultRowSchema.omit({ candidates: true, queries: true });

const TRACK_COLUMNS = ['playlist', 'playlist_index', 'track_id', 'title', 'artist'] as const;
const RESULT_COLUMNS = flatRowSchema.keyof().options;
const BEATPORT_COLUMNS = beatportFieldsSchema.keyof().options;
const QUERY_COLUMNS = ['index', 'text', 'type', 'candidates_found', 'cumulative'] as const;

/** `results.csv`: one row a track, in the order of the playlists. */
export const resultsTable: CsvTable = {
  name: 'results.csv',
  start: header(RESULT_COLUMNS),
  rows: (track) => csvRows([cells(track, RESULT_COLUMNS)]),
};

/** `candidates.csv`: one row a candidate, best first, with its rank from 1. */
export const candidatesTable: CsvTable = {
  name: 'candidates.csv',
  start: header([...TRACK_COLUMNS, 'rank', 'match_score', ...BEATPORT_COLUMNS, 'evidence']),
  rows: (track) =>
    csvRows(
      track.candidates.map((candidate, index) => [
        ...cells(track, TRACK_COLUMNS),
        index + 1,
        candidate.match_score,
        ...cells(candidate, BEATPORT_COLUMNS),
        evidenceText(candidate),
      ]),
    ),
};

/** `queries.csv`: one row a query, in the order asked. */
export const queriesTable: CsvTable = {
  name: 'queries.csv',
  start: header([...TRACK_COLUMNS, ...QUERY_COLUMNS]),
  rows: (track) =>
    csvRows(track.queries.map((query) => [...cells(track, TRACK_COLUMNS), ...cells(query, QUERY_COLUMNS)])),
};

function header(columns: readonly string[]): string {
  return CSV_START + csvRows([columns]);
}

/** "title agree 3.1: …; length disagree -1.2: …" */
function evidenceText({ evidence }: CandidateRow): string {
  return evidence.map(({ name, verdict, weight, detail }) => `${name} ${verdict} ${weight}: ${detail}`).join('; ');
}

function cells<Key extends string>(from: Readonly<Record<Key, CsvValue>>, columns: readonly Key[]): CsvValue[] {
  return columns.map((column) => from[column]);
}
