import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../packages/stand-in/sample/', import.meta.url);

export const libraryFile = fileURLToPath(new URL('library.xml', folder));
export const catalogueFile = fileURLToPath(new URL('catalogue.jsonl', folder));

/** What a person says of one track of the sample. */
export interface TruthLine {
  readonly track_id: string;
  readonly verdict: 'sold' | 'not_sold' | 'other_version';
  /** Catalogue ids of the recording: none unless it is sold. */
  readonly expect: readonly number[];
  readonly why: string;
}

/** The fields of a catalogue row that tell one recording from another. */
export interface CatalogueLine {
  readonly id: number;
  readonly name: string;
  readonly artists: readonly string[];
  readonly remixers: readonly string[];
  readonly mix_name: string;
  readonly length_ms: number;
}

export const readTruth = (): readonly TruthLine[] => readLines('truth.jsonl');
export const readCatalogueLines = (): readonly CatalogueLine[] => readLines('catalogue.jsonl');

/** The fields are taken at their word: the tests beside this file are what holds them to it. */
function readLines<Line>(name: string): readonly Line[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');
  return lines.map((line): Line => JSON.parse(line));
}
