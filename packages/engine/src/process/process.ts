import type { LibraryTrack, Observer, TrackResult } from '@cuepoint/core';
import { readLibrary } from '@cuepoint/rekordbox';
import { selectEntries } from '../library/select-entries.js';
import { openSession, type RunOptions, type Session } from '../session/session.js';
import { settingsSchema } from '../settings/schema.js';
import type { Settings } from '../settings/settings.js';
import { defaultSettings } from './default-settings.js';

/** What the library's own functions take. All of it optional; plain data except the observer. */
export interface ProcessOptions {
  /** What differs from the defaults: `{ fetcher: 'async', maxRate: 2 }`. */
  readonly settings?: Partial<Settings>;
  /** Version of the program that calls, for the user agent. Default "library". */
  readonly caller?: string;
  /** Told of every query, page and outcome. */
  readonly observer?: Observer;
}

/**
 * Finds one track. Opens a connection and closes it again; for more than one track use {@link processPlaylist}.
 *
 * @throws {CuePointError} for settings that do not hold; never for what a site answers.
 */
export async function processTrack(track: LibraryTrack, options: ProcessOptions = {}): Promise<TrackResult> {
  await using session = await sessionFor(options);
  const entry = { playlist: '', playlistIndex: 1, track };
  for await (const result of session.run([entry], runOptions(options))) return result;
  throw new RangeError('a track that is not cut short has a result');
}

/**
 * Finds the tracks of a playlist of a Rekordbox export, or of the whole collection (`'all'`), and yields one result
 * for each, in playlist order. One failure never ends the others. Leaving the loop early closes everything.
 *
 * @throws {CuePointError} `LIBRARY_…`, `PLAYLIST_…`, or for settings that do not hold.
 */
export async function* processPlaylist(
  library: string,
  playlists: readonly string[] | 'all',
  options: ProcessOptions & RunOptions = {},
): AsyncGenerator<TrackResult, void, undefined> {
  const selection = selectEntries(await readLibrary(library), playlists);
  await using session = await sessionFor(options);
  yield* session.run(selection.entries, { ...options, ...runOptions(options) });
}

function sessionFor(options: ProcessOptions): Promise<Session> {
  const settings = settingsSchema.parse({ ...defaultSettings(), ...options.settings });
  return openSession({ settings, toolVersion: options.caller ?? 'library' });
}

function runOptions(options: ProcessOptions): RunOptions {
  return options.observer === undefined ? {} : { observer: options.observer };
}
