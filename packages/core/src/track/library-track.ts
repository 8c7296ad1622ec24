/** Where the audio of a library track is: a file, a streaming service, or one of Rekordbox's own samples. */
export type TrackSource = 'file' | 'streaming' | 'factory-sample';

/** A track as the DJ's library describes it. Texts are the library's own, untouched; empty means unset. */
export interface LibraryTrack {
  /** `TrackID`: local to the export, so a text and never a number to compare. */
  readonly trackId: string;
  readonly name: string;
  readonly artist: string;
  readonly album: string;
  readonly remixer: string;
  readonly mix: string;
  readonly label: string;
  readonly genre: string;
  readonly comments: string;
  /** The key as the library spells it: "8A", "F#m", "1m"; empty when unset. */
  readonly tonality: string;
  /** Whole seconds; absent when the library says 0. */
  readonly durationSeconds?: number;
  /** Beats a minute; absent when not analysed. Often half or double the felt tempo. */
  readonly bpm?: number;
  /** Four-digit year; absent when the library says 0. */
  readonly year?: number;
  /** Decoded path of the file; absent for streaming tracks. */
  readonly path?: string;
  readonly source: TrackSource;
}
