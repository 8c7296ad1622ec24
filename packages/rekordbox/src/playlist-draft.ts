import type { PlaylistKeyType } from './library.js';

/** A folder while the file is being read: neither paths nor tracks are known yet. */
export interface FolderDraft {
  readonly kind: 'folder';
  readonly name: string;
  readonly line: number;
  readonly children: (FolderDraft | PlaylistDraft)[];
}

/** A list while the file is being read. */
export interface PlaylistDraft {
  readonly kind: 'playlist';
  readonly name: string;
  readonly line: number;
  readonly keyType: PlaylistKeyType;
  /** `Key` of each entry: a TrackID or a Location. */
  readonly keys: string[];
}
