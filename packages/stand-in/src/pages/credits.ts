import type { StoreTrack } from '../catalogue/catalogue-row.js';
import type { Store } from '../catalogue/store.js';

/** Someone named on a track. The same person may be named twice, once in each role. */
export interface Credit {
  readonly id: number;
  readonly name: string;
  readonly role: 'Artist' | 'Remixer';
}

/**
 * Who is named on a track, in the order of the search page: by id, compared as text. Order carries no meaning there,
 * and a remixer may come first.
 */
export function creditsInTextOrder(store: Store, track: StoreTrack): readonly Credit[] {
  return credits(store, track).sort(
    (one, other) => compareText(String(one.id), String(other.id)) || compareText(one.role, other.role),
  );
}

/** Who is named on a track, by ascending id: the order of track pages and of the API. */
export function creditsInIdOrder(store: Store, track: StoreTrack): readonly Credit[] {
  return credits(store, track).sort((one, other) => one.id - other.id || compareText(one.role, other.role));
}

function credits(store: Store, track: StoreTrack): Credit[] {
  const credit = (name: string, role: Credit['role']): Credit => ({ id: store.artistId(name), name, role });
  return [
    ...track.artists.map((name) => credit(name, 'Artist')),
    ...track.remixers.map((name) => credit(name, 'Remixer')),
  ];
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
