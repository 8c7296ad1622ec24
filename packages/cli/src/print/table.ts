import type { TrackResult } from '@cuepoint/engine';
import Table from 'cli-table3';
import type { Colors } from '../terminal/terminal.js';
import { candidateOf, keyWords, libraryWords, outcomeWords, STATUS_COLORS } from './track-words.js';

/** Rows shown on a terminal at most; a longer list is for a spreadsheet. */
const MOST_ROWS = 100;

interface Column {
  readonly head: string;
  /** Columns of text; the flexible ones share what is left over. */
  readonly width: number | 'flexible';
  /** Columns left out first have the higher number. */
  readonly dropped: number;
  readonly align?: 'right';
  cell(result: TrackResult, colors: Colors): string;
}

const COLUMNS: readonly Column[] = [
  { head: '#', width: 5, dropped: 5, align: 'right', cell: (result) => String(result.playlistIndex) },
  { head: 'Track', width: 'flexible', dropped: 0, cell: libraryWords },
  { head: 'Status', width: 9, dropped: 0, cell: ({ status }, colors) => colors[STATUS_COLORS[status]](status) },
  { head: 'Score', width: 5, dropped: 1, align: 'right', cell: score },
  { head: 'On Beatport', width: 'flexible', dropped: 2, cell: outcome },
  { head: 'Key', width: 4, dropped: 4, cell: keyOf },
  { head: 'BPM', width: 4, dropped: 3, align: 'right', cell: bpmOf },
];

/** Columns of text a flexible column needs to be worth showing. */
const READABLE = 18;
/** A column costs its text, a space on either side and a line. */
const FRAME = 3;

/**
 * The results as a table that fits the terminal: narrow ones lose columns, long texts are cut. Of a long list, only
 * the tracks that a person may want to look at.
 */
export function resultsTable(results: readonly TrackResult[], width: number, colors: Colors): string {
  const columns = fitting(width);
  const flexible = columns.filter((column) => column.width === 'flexible').length;
  const room = Math.max(READABLE, Math.floor((width - 1 - fixedWidth(columns)) / flexible) - FRAME);
  const shown = worthShowing(results);
  const table = new Table({
    head: columns.map(({ head }) => colors.bold(head)),
    colWidths: columns.map((column) => (column.width === 'flexible' ? room : column.width) + FRAME - 1),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    // The library's own colours would ignore NO_COLOR; a line between rows would double the height.
    style: { head: [], border: [], compact: true },
  });
  for (const result of shown) table.push(columns.map((column) => column.cell(result, colors)));
  const left = results.length - shown.length;
  return left === 0 ? table.toString() : `${table.toString()}\n… and ${left} more in the files.`;
}

/**
 * The results for a pipe: one line a track, fields set apart by tabs: position, status, score, track, track on
 * Beatport, key, BPM, address. Under review the track on Beatport begins with "? "; of a track that was not found, the
 * reason stands there, and nothing behind it.
 */
export function resultLines(results: readonly TrackResult[]): string {
  return results
    .map((result) => {
      const { playlistIndex, status, matchScore } = result;
      const candidate = candidateOf(result);
      const link = candidate === undefined ? [] : [keyOf(result), bpmOf(result), candidate.track.url];
      return [playlistIndex, status, Math.round(matchScore), libraryWords(result), outcomeWords(result), ...link].join(
        '\t',
      );
    })
    .join('\n');
}

function fitting(width: number): readonly Column[] {
  const byNeed = [...COLUMNS].sort((a, b) => b.dropped - a.dropped);
  let columns = COLUMNS;
  for (const next of byNeed) {
    const flexible = columns.filter((column) => column.width === 'flexible').length;
    if (1 + fixedWidth(columns) + flexible * (READABLE + FRAME) <= width || next.dropped === 0) break;
    columns = columns.filter((column) => column !== next);
  }
  return columns;
}

function fixedWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + (width === 'flexible' ? 0 : width + FRAME), 0);
}

function worthShowing(results: readonly TrackResult[]): readonly TrackResult[] {
  if (results.length <= MOST_ROWS) return results;
  return results.filter(({ status }) => status !== 'matched' && status !== 'skipped').slice(0, MOST_ROWS);
}

function score({ matchScore, candidates }: TrackResult): string {
  return candidates.length === 0 ? '' : String(Math.round(matchScore));
}

/** In colour where it is not a match: a question, or a reason. */
function outcome(result: TrackResult, colors: Colors): string {
  const words = outcomeWords(result);
  if (result.status === 'matched' || words === '') return words;
  return result.status === 'review' ? colors.yellow(words) : colors.gray(words);
}

/** The key of the candidate; of another version it says nothing about the DJ's own file. */
function keyOf(result: TrackResult): string {
  const candidate = candidateOf(result);
  return candidate === undefined || result.sibling !== undefined ? '' : keyWords(candidate);
}

/** The tempo of the candidate, likewise. */
function bpmOf(result: TrackResult): string {
  return result.sibling === undefined ? String(candidateOf(result)?.track.bpm ?? '') : '';
}
