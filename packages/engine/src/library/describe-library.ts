import { type PlaylistFolder, readLibrary } from '@cuepoint/rekordbox';

/** What an export holds, for a person to look at. */
export interface LibraryDescription {
  /** Tracks in the collection. */
  readonly tracks: number;
  /** "rekordbox 7.2.14", as far as the file says. */
  readonly madeBy: string;
  readonly root: PlaylistFolder;
  /** One sentence for each oddity of the file. */
  readonly warnings: readonly string[];
}

/**
 * Reads an export and tells what is in it.
 *
 * @throws {LibraryError} when it cannot be read, with line and column where there is one.
 */
export async function describeLibrary(path: string): Promise<LibraryDescription> {
  const library = await readLibrary(path);
  return {
    tracks: library.tracks.size,
    madeBy: `${library.product} ${library.version}`.trim(),
    root: library.root,
    warnings: library.warnings.map((warning) => warning.message),
  };
}
