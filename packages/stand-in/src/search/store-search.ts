import type { StoreTrack } from '../catalogue/catalogue-row.js';
import type { Store } from '../catalogue/store.js';
import { foldText } from '../text/words.js';
import type { SearchEntry } from './postings.js';
import { indexWords } from './word-index.js';

/** Something found, with its score. */
export interface Found<Item> {
  readonly item: Item;
  readonly score: number;
}

/** A name that occurs in the store, with the tracks it occurs on. */
export interface NamedGroup {
  readonly id: number;
  readonly name: string;
  readonly tracks: readonly StoreTrack[];
}

/** The store's search, one function a category. All give the best first and at most `limit`. */
export interface StoreSearch {
  tracks(query: string, limit: number): readonly Found<StoreTrack>[];
  artists(query: string, limit: number): readonly Found<NamedGroup>[];
  labels(query: string, limit: number): readonly Found<NamedGroup>[];
  releases(query: string, limit: number): readonly Found<NamedGroup>[];
}

/** Makes the store searchable. The indexes of artists, labels and releases are built when first asked for. */
export function openSearch(store: Store): StoreSearch {
  const tracks = searchOver(store.tracks, trackEntry);
  const artists = lazy(() => searchOver(groupArtists(store), namedEntry));
  const labels = lazy(() =>
    searchOver(
      group(store.tracks, (track) => [{ id: store.labelId(track.label), name: track.label }]),
      namedEntry,
    ),
  );
  const releases = lazy(() =>
    searchOver(
      group(store.tracks, (track) => [{ id: store.releaseId(track), name: track.releaseName }]),
      releaseEntry,
    ),
  );
  return {
    tracks: (query, limit) => {
      // An ISRC names recordings; whatever merely resembles it is no answer.
      const isrc = foldText(query).replace(/[\s-]/g, '');
      if (isrcPattern.test(isrc)) {
        return store
          .byIsrc(isrc)
          .map((item, index) => ({ item, score: 1000 - index * 2 }))
          .slice(0, limit);
      }
      return tracks(query, limit);
    },
    artists: (query, limit) => artists()(query, limit),
    labels: (query, limit) => labels()(query, limit),
    releases: (query, limit) => releases()(query, limit),
  };
}

const isrcPattern = /^[a-z]{2}[a-z0-9]{3}\d{7}$/;

/** Title words outrank artist words; the rest only helps. */
function trackEntry(track: StoreTrack): SearchEntry {
  return {
    id: track.id,
    fields: [
      { text: track.name, weight: 3 },
      { text: track.artists.join(' '), weight: 2 },
      { text: track.remixers.join(' '), weight: 1.9 },
      { text: track.mixName, weight: 1.6 },
      { text: track.label, weight: 0.7 },
      { text: track.catalogNumber ?? '', weight: 2 },
      { text: (track.catalogNumber ?? '').replace(/[^\p{L}\p{N}]/gu, ''), weight: 2 },
      { text: track.isrc ?? '', weight: 2 },
    ],
  };
}

function namedEntry(named: NamedGroup): SearchEntry {
  return { id: named.id, fields: [{ text: named.name, weight: 3 }] };
}

function releaseEntry(release: NamedGroup): SearchEntry {
  const artists = new Set(release.tracks.flatMap((track) => track.artists));
  return {
    id: release.id,
    fields: [
      { text: release.name, weight: 3 },
      { text: [...artists].join(' '), weight: 2 },
      { text: release.tracks[0]?.label ?? '', weight: 0.7 },
      { text: release.tracks[0]?.catalogNumber ?? '', weight: 2 },
    ],
  };
}

function groupArtists(store: Store): readonly NamedGroup[] {
  return group(store.tracks, (track) =>
    [...new Set([...track.artists, ...track.remixers])].map((name) => ({ id: store.artistId(name), name })),
  );
}

function group(
  tracks: readonly StoreTrack[],
  namesOf: (track: StoreTrack) => readonly { readonly id: number; readonly name: string }[],
): readonly NamedGroup[] {
  const groups = new Map<number, { id: number; name: string; tracks: StoreTrack[] }>();
  for (const track of tracks) {
    for (const { id, name } of namesOf(track)) {
      const known = groups.get(id);
      if (known === undefined) groups.set(id, { id, name, tracks: [track] });
      else known.tracks.push(track);
    }
  }
  return [...groups.values()];
}

function searchOver<Item>(
  items: readonly Item[],
  entryOf: (item: Item) => SearchEntry,
): (query: string, limit: number) => readonly Found<Item>[] {
  const index = indexWords(items.map(entryOf));
  return (query, limit) =>
    index.search(query, limit).flatMap(({ position, score }) => {
      const item = items[position];
      return item === undefined ? [] : [{ item, score }];
    });
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
