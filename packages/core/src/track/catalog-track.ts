import type { MusicalKey } from './musical-key.js';

declare const catalogTrackId: unique symbol;

/** A store's own number of a track, as in its URLs. Branded: a Rekordbox TrackID is also a number, and is not one. */
export type CatalogTrackId = number & { readonly [catalogTrackId]: true };

/** Someone credited on a track. */
export interface Credit {
  readonly id?: number;
  readonly name: string;
}

/** A track as a store describes it. What the store does not say is absent, never an empty text. */
export interface CatalogTrack {
  readonly id: CatalogTrackId;
  /** Link to its page in the store. */
  readonly url: string;
  /** Title without the mix, white space collapsed. */
  readonly name: string;
  /** The store's mix name, without brackets: "Original Mix". */
  readonly mixName?: string;
  /** Main artists. Their order carries no meaning (the store sorts them by id). */
  readonly artists: readonly Credit[];
  readonly remixers: readonly Credit[];
  /** The store's own spelling: "A# Minor". */
  readonly keyName?: string;
  readonly key?: MusicalKey;
  /** Whole beats a minute; may be half or double the felt tempo. */
  readonly bpm?: number;
  readonly lengthMs?: number;
  readonly label?: string;
  readonly genres: readonly string[];
  readonly subGenre?: string;
  readonly releaseId?: number;
  readonly releaseName?: string;
  /** `YYYY-MM-DD`. */
  readonly releaseDate?: string;
  readonly isrc?: string;
  readonly catalogNumber?: string;
}
