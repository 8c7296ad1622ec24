import type { StoreTrack } from '../catalogue/catalogue-row.js';
import type { StoreKey } from '../catalogue/musical-keys.js';
import type { Store } from '../catalogue/store.js';
import type { NamedGroup } from '../search/store-search.js';
import { between } from '../text/hash.js';
import { imageUri } from './addresses.js';
import { creditsInTextOrder } from './credits.js';
import { makeUp, priceOf } from './made-up.js';

/** An artist as a search page shows it, without its score. */
export function searchArtist(store: Store, item: NamedGroup): object {
  const latest =
    item.tracks
      .map((track) => track.releaseDate)
      .sort()
      .at(-1) ?? '2020-01-01';
  return {
    enabled: 1,
    update_date: `${latest}T07:52:02`,
    latest_publish_date: latest,
    available_worldwide: 1,
    downloads: between(`downloads:artist:${item.id}`, 1, 50_000),
    artist_id: item.id,
    artist_name: item.name,
    genre: genresOf(store, item.tracks),
    artist_image_uri: imageUri('artist', String(item.id)),
  };
}

/** A label as a search page shows it, without its score. */
export function searchLabel(item: NamedGroup): object {
  const dates = item.tracks.map((track) => track.releaseDate).sort();
  return {
    label_id: item.id,
    label_name: item.name,
    update_date: `${dates.at(-1) ?? '2020-01-01'}T06:53:35`,
    create_date: `${dates[0] ?? '2020-01-01'}T21:41:58`,
    is_included_in_rightsflow: 1,
    enabled: 1,
    is_available_for_hype: 1,
    is_available_for_streaming: 1,
    plays: between(`plays:label:${item.id}`, 1, 90_000),
    downloads: between(`downloads:label:${item.id}`, 1, 40_000),
    label_image_uri: imageUri('label', String(item.id)),
  };
}

/** A release as a search page shows it, without its score. */
export function searchRelease(store: Store, item: NamedGroup): object {
  const [first] = item.tracks;
  const made = first === undefined ? undefined : makeUp(store, first);
  const date = first?.releaseDate ?? '2020-01-01';
  const keys = uniqueBy(
    item.tracks.flatMap((track): StoreKey[] => (track.key === null ? [] : [track.key])),
    (key) => key.id,
  );
  const credits = uniqueBy(
    item.tracks.flatMap((track) => creditsInTextOrder(store, track)),
    (credit) => `${credit.id} ${credit.role}`,
  );
  return {
    current_status: [{ current_status_id: 10, current_status_name: 'General Content' }],
    genre: genresOf(store, item.tracks),
    label: { enabled: 1, label_id: store.labelId(first?.label ?? ''), label_name: first?.label ?? '' },
    tracks: item.tracks.map((track) => ({ track_id: track.id, track_name: track.name })),
    key: keys.map((key) => ({ key_id: key.id, key_name: key.name })),
    artists: credits.map(({ id, name, role }) => ({ artist_id: id, artist_name: name, artist_type_name: role })),
    available_worldwide: 1,
    catalog_number: first?.catalogNumber ?? '',
    create_date: made?.addDate ?? `${date}T18:20:03`,
    encoded_date: made?.addDate ?? `${date}T18:20:03`,
    exclusive: 0,
    label_manager: 'Label Team',
    publish_date: `${date}T00:00:00`,
    release_date: `${date}T00:00:00`,
    release_id: item.id,
    release_name: item.name,
    release_type: '1',
    status: 1,
    upc: `${between(`upc:${item.id}`, 1_000_000, 9_999_999)}${between(`upc-end:${item.id}`, 100_000, 999_999)}`,
    update_date: made?.changeDate ?? `${date}T06:08:40`,
    price: priceOf(1.39 * item.tracks.length),
    is_explicit: false,
    track_count: item.tracks.length,
    release_image_uri: imageUri('cover', String(item.id), '500x500'),
    downloads: made?.downloads ?? 0,
    is_hype: false,
    plays: made?.plays ?? 0,
  };
}

function genresOf(store: Store, tracks: readonly StoreTrack[]): readonly object[] {
  return [...new Set(tracks.map((track) => track.genre))]
    .map((name) => ({ genre_id: store.genreId(name), genre_name: name }))
    .sort((one, other) => (String(one.genre_id) < String(other.genre_id) ? -1 : 1));
}

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): readonly Item[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  return [...byKey.values()];
}
