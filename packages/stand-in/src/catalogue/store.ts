import { hash32 } from '../text/hash.js';
import { foldText } from '../text/words.js';
import type { StoreTrack } from './catalogue-row.js';

/** All that the stand-in sells, with the numbers that the site gives to names. */
export interface Store {
  readonly tracks: readonly StoreTrack[];
  /** A track by its number; undefined when it is not sold. */
  track(id: number): StoreTrack | undefined;
  /** Tracks with this ISRC, case and hyphens ignored: one recording can be sold several times. */
  byIsrc(isrc: string): readonly StoreTrack[];
  /** Tracks of a release, in catalogue order. */
  release(id: number): readonly StoreTrack[];
  /** The release a track is on: its own number, or one made from its name and label. */
  releaseId(track: StoreTrack): number;
  artistId(name: string): number;
  labelId(name: string): number;
  genreId(name: string): number;
}

/** Opens a store over checked rows. */
export function openStore(tracks: readonly StoreTrack[]): Store {
  const artistIds = numberNames(
    tracks.flatMap((track) => [...track.artists, ...track.remixers]),
    'artist',
    1_400_000,
  );
  const labelIds = numberNames(
    tracks.map((track) => track.label),
    'label',
    140_000,
  );
  const genreIds = numberNames(
    tracks.map((track) => track.genre),
    'genre',
    400,
  );
  const releaseId = (track: StoreTrack): number =>
    track.releaseId ?? 1 + (hash32(`release:${track.label}:${track.releaseName}`) % 6_000_000);

  const byId = new Map(tracks.map((track) => [track.id, track]));
  const byIsrc = groupBy(tracks, (track) => (track.isrc === null ? null : plainIsrc(track.isrc)));
  const byRelease = groupBy(tracks, releaseId);
  return {
    tracks,
    track: (id) => byId.get(id),
    byIsrc: (isrc) => byIsrc.get(plainIsrc(isrc)) ?? [],
    release: (id) => byRelease.get(id) ?? [],
    releaseId,
    artistId: (name) => artistIds.get(foldText(name)) ?? 0,
    labelId: (name) => labelIds.get(foldText(name)) ?? 0,
    genreId: (name) => genreIds.get(foldText(name)) ?? 0,
  };
}

/**
 * Gives each name a number of its own below `size`. Names are taken in sorted order, so that a number does not depend on
 * the order of the rows; the next free number is taken when two names fall on one.
 */
function numberNames(names: readonly string[], kind: string, size: number): ReadonlyMap<string, number> {
  const taken = new Set<number>();
  const numbers = new Map<string, number>();
  for (const name of [...new Set(names.map(foldText))].sort()) {
    let id = 1 + (hash32(`${kind}:${name}`) % size);
    while (taken.has(id)) id += 1;
    taken.add(id);
    numbers.set(name, id);
  }
  return numbers;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key | null): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function plainIsrc(isrc: string): string {
  return isrc.replace(/[\s-]/g, '').toUpperCase();
}
