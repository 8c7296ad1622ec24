/**
 * What a Rekordbox export holds, as it is handed to a caller.
 *
 * @module
 */

/** A whole export. */
export interface RekordboxLibrary {
  /** The file as it was named when reading it. */
  readonly file: string;
  /** SHA-256 of the file's own bytes (of the compressed ones for a `.gz`), as 64 lower-case hex digits. */
  readonly sha256: string;
  /** `PRODUCT Name`: "rekordbox", or the converter that wrote the file; empty when it does not say. */
  readonly product: string;
  /** `PRODUCT Version`: "7.2.14"; empty when the file does not say. */
  readonly version: string;
  /** Tracks by `TrackID`, in the order of the file. */
  readonly tracks: ReadonlyMap<string, RekordboxTrack>;
  /** The folder that Rekordbox calls ROOT. Its own name and path are empty. */
  readonly root: PlaylistFolder;
  /** What is odd about the file without standing in the way; one entry per kind. */
  readonly warnings: readonly LibraryWarning[];
}

/** One `TRACK` of the collection with every attribute as it was written, entities decoded. */
export interface RekordboxTrack {
  /** `TrackID`: local to the file. */
  readonly trackId: string;
  /** The text of an attribute ("" when it is there and empty), or undefined when the file does not write it. */
  attribute(name: string): string | undefined;
  /** All attributes, unknown ones too, in the order of the file. */
  attributes(): IterableIterator<readonly [name: string, value: string]>;
}

/** A folder or a list of the playlist tree. */
export type PlaylistNode = PlaylistFolder | Playlist;

/** A folder of playlists. */
export interface PlaylistFolder {
  readonly kind: 'folder';
  readonly name: string;
  /** See {@link Playlist.path}; empty for the root. */
  readonly path: string;
  /** In the order of the file. */
  readonly children: readonly PlaylistNode[];
}

/** How a list names its tracks: `KeyType` 0 by TrackID, 1 by Location. */
export type PlaylistKeyType = 'track-id' | 'location';

/** A list of tracks. */
export interface Playlist {
  readonly kind: 'playlist';
  readonly name: string;
  /**
   * Names from the top to this list, joined with `/`; the root is not part of it: "Folder/Name".
   *
   * Different for every list of a file: a `/` or `\` inside a name is written `\/` or `\\`, and the second list of one
   * name in one folder (which Rekordbox itself does not allow) ends in `\2`.
   */
  readonly path: string;
  readonly keyType: PlaylistKeyType;
  /** TrackIDs in the list's order, repeats included. Each of them is in {@link RekordboxLibrary.tracks}. */
  readonly entries: readonly string[];
}

/**
 * What can be odd about a file.
 *
 * - `count-mismatch`: `Entries` or `Count` differs from what is there.
 * - `duplicate-track-id`: a second track with a known TrackID; the first one is kept.
 * - `track-without-id`: a track without TrackID; left out.
 * - `entry-without-track`: a playlist entry whose track is not in the collection; left out.
 * - `duplicate-playlist`: two lists, or two folders, of one name in one folder.
 * - `unknown-element`: an element that does not belong there; passed over with all it holds.
 * - `unknown-value`: a playlist `Type` or `KeyType` that the format does not know; guessed.
 * - `missing-collection`: the file has no `COLLECTION`.
 */
export type LibraryWarningCode =
  | 'count-mismatch'
  | 'duplicate-track-id'
  | 'track-without-id'
  | 'entry-without-track'
  | 'duplicate-playlist'
  | 'unknown-element'
  | 'unknown-value'
  | 'missing-collection';

/** One kind of oddity, with how often it was met. */
export interface LibraryWarning {
  readonly code: LibraryWarningCode;
  /** One sentence for the user, true of every case. */
  readonly message: string;
  /** How many cases there are. */
  readonly count: number;
  /** The first few cases. */
  readonly examples: readonly LibraryWarningExample[];
}

/** One case of an oddity. */
export interface LibraryWarningExample {
  /** Line of the XML, from 1. */
  readonly line: number;
  /** What it is about: "COLLECTION says 1437, holds 125". */
  readonly detail: string;
}
