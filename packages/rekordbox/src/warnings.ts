import type { LibraryWarning, LibraryWarningCode, LibraryWarningExample } from './library.js';
import { READER_LIMITS } from './limits.js';
import { ownText } from './track-store.js';

const MESSAGES: Readonly<Record<LibraryWarningCode, string>> = {
  'count-mismatch': 'The file announces other numbers than it holds; what it holds was read.',
  'duplicate-track-id': 'A TrackID is used twice; the first track was kept.',
  'track-without-id': 'A track has no TrackID and was left out.',
  'entry-without-track': 'A playlist entry points to a track that is not in the collection and was left out.',
  'duplicate-playlist': 'Two playlists or folders in the same folder have the same name.',
  'unknown-element': 'The file holds elements that Rekordbox does not write; they were passed over.',
  'unknown-value': 'A playlist has a Type or KeyType that Rekordbox does not write.',
  'missing-collection': 'The file has no COLLECTION, so it has no tracks.',
};

const DETAIL_CHARACTERS = 200;

/** Counts oddities by kind and keeps the first few of each, so that a file full of them stays cheap. */
export class WarningCollector {
  readonly #byCode = new Map<LibraryWarningCode, { count: number; readonly examples: LibraryWarningExample[] }>();

  /** @param line Line of the XML, from 1. */
  add(code: LibraryWarningCode, line: number, detail: string): void {
    const entry = this.#byCode.get(code) ?? { count: 0, examples: [] };
    this.#byCode.set(code, entry);
    entry.count += 1;
    if (entry.examples.length < READER_LIMITS.warningExamples) entry.examples.push({ line, detail: shortened(detail) });
  }

  /** One warning per kind met, in the order in which they were first met. */
  list(): readonly LibraryWarning[] {
    return Array.from(this.#byCode, ([code, entry]) => ({ code, message: MESSAGES[code], ...entry }));
  }
}

/** Names in a damaged file can be very long, and a detail is for one line of a terminal. */
function shortened(detail: string): string {
  return ownText(detail.length > DETAIL_CHARACTERS ? `${detail.slice(0, DETAIL_CHARACTERS)}…` : detail);
}
