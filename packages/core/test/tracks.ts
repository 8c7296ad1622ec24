import type { CatalogTrack, CatalogTrackId } from '../src/track/catalog-track.js';
import type { LibraryTrack } from '../src/track/library-track.js';

/** A row of a library of which only the given fields are set. */
export function libraryTrack(fields: Partial<LibraryTrack> = {}): LibraryTrack {
  return {
    trackId: '1',
    name: '',
    artist: '',
    album: '',
    remixer: '',
    mix: '',
    label: '',
    genre: '',
    comments: '',
    tonality: '',
    source: 'file',
    ...fields,
  };
}

/** A number as the store's own. */
export function catalogId(id: number): CatalogTrackId {
  return id as CatalogTrackId;
}

/** What a test says of a track in a store: people by name, the rest as the store says it. */
export interface StoreFields extends Partial<Omit<CatalogTrack, 'id' | 'artists' | 'remixers'>> {
  readonly id?: number;
  readonly artists?: readonly string[];
  readonly remixers?: readonly string[];
}

/** A track of a store of which only the given fields are known. */
export function catalogTrack({ id = 1, artists = [], remixers = [], ...fields }: StoreFields = {}): CatalogTrack {
  return {
    id: catalogId(id),
    url: `https://store.example/track/${id}`,
    name: 'Moth Parade',
    artists: artists.map((name) => ({ name })),
    remixers: remixers.map((name) => ({ name })),
    genres: [],
    ...fields,
  };
}
