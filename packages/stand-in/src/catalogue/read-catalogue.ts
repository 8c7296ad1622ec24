import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { type CatalogueRow, catalogueRowSchema, type StoreTrack } from './catalogue-row.js';
import { StandInError } from './stand-in-error.js';

/**
 * Reads a catalogue: one JSON object a line, plain (`.jsonl`) or compressed (`.jsonl.gz`). Empty lines are skipped.
 *
 * @throws {StandInError} `STAND_IN_CATALOGUE` when the file cannot be read, or a line is not a row; it names the line.
 */
export async function readCatalogue(file: string): Promise<readonly StoreTrack[]> {
  const rows: NumberedRow[] = [];
  for (const [index, line] of (await readLines(file)).entries()) {
    if (line.trim() === '') continue;
    rows.push({ place: `${file}, line ${index + 1}`, row: parseLine(line, `${file}, line ${index + 1}`) });
  }
  return checkRows(rows);
}

/**
 * Checks rows that were given directly.
 *
 * @throws {StandInError} `STAND_IN_CATALOGUE` when one is not a row; it names its position, from 1.
 */
export function checkCatalogue(rows: readonly CatalogueRow[]): readonly StoreTrack[] {
  return checkRows(rows.map((row, index) => ({ place: `row ${index + 1}`, row })));
}

interface NumberedRow {
  /** Where it stands, for messages. */
  readonly place: string;
  readonly row: unknown;
}

async function readLines(file: string): Promise<readonly string[]> {
  try {
    const bytes = await readFile(file);
    const plain = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    return plain.toString('utf8').split(/\r?\n/);
  } catch (cause) {
    throw new StandInError(
      'STAND_IN_CATALOGUE',
      `The catalogue ${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Give a .jsonl or .jsonl.gz file with one track a line.',
      cause,
    );
  }
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new StandInError('STAND_IN_CATALOGUE', `${place}: this is not JSON.`, rowHint, cause);
  }
}

function checkRows(rows: readonly NumberedRow[]): readonly StoreTrack[] {
  const places = new Map<number, string>();
  return rows.map(({ place, row }) => {
    const checked = catalogueRowSchema.safeParse(row);
    if (!checked.success) {
      throw new StandInError('STAND_IN_CATALOGUE', `${place}: ${z.prettifyError(checked.error)}`, rowHint);
    }
    const track = checked.data;
    const earlier = places.get(track.id);
    if (earlier !== undefined) {
      throw new StandInError('STAND_IN_CATALOGUE', `${place}: id ${track.id} was already used in ${earlier}.`, rowHint);
    }
    places.set(track.id, place);
    return track;
  });
}

const rowHint = 'A row is a JSON object with at least "id" (a whole number, used once) and "name".';
