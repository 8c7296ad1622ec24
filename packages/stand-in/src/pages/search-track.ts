import type { StoreTrack } from '../catalogue/catalogue-row.js';
import type { Store } from '../catalogue/store.js';
import { between, stableUuid } from '../text/hash.js';
import { dynamicImageUri, imageUri } from './addresses.js';
import { creditsInTextOrder } from './credits.js';
import type { SearchGeneration } from './generations.js';
import { makeUp, priceOf } from './made-up.js';

/**
 * A track as a search page shows it, without its score. What a track lacks is absent, not null. There is no slug, URL, sub-genre or
 * Camelot key on a search page.
 */
export function searchTrack(store: Store, track: StoreTrack, generation: SearchGeneration): object {
  const made = makeUp(store, track);
  const id = String(track.id);
  const releaseId = store.releaseId(track);
  const is2026 = generation === '2026';
  return {
    add_date: made.addDate,
    artists: creditsInTextOrder(store, track).map(({ id: artistId, name, role }) => ({
      artist_id: artistId,
      artist_name: name,
      artist_type_name: role,
    })),
    available_worldwide: made.worldwide ? 1 : 0,
    ...(track.bpm === null ? {} : { bpm: Math.round(track.bpm) }),
    ...(track.catalogNumber === null ? {} : { catalog_number: track.catalogNumber }),
    change_date: made.changeDate,
    ...(track.key === null ? {} : { chord_type_id: track.key.mode === 'Minor' ? 1 : 2 }),
    current_status: { current_status_id: 10, current_status_name: 'General Content' },
    enabled: 1,
    encode_status: 'CONVERTED',
    ...(made.exclusiveDate === undefined ? {} : { exclusive_date: midnight(made.exclusiveDate) }),
    exclusive_period: 1,
    genre_enabled: 1,
    guid: stableUuid(`guid:${id}`),
    is_available_for_streaming: made.streaming ? 1 : 0,
    is_classic: 0,
    ...(track.isrc === null ? {} : { isrc: track.isrc }),
    ...(track.key === null ? {} : { key_id: track.key.id, key_name: track.key.name }),
    label: { enabled: 1, label_id: store.labelId(track.label), label_name: track.label },
    label_manager: 'Label Team',
    ...(track.lengthMs === null ? {} : { length: track.lengthMs }),
    mix_name: track.mixName,
    ...(made.preOrderDate === undefined ? {} : { pre_order_date: midnight(made.preOrderDate) }),
    publish_date: midnight(track.releaseDate),
    publish_status: 'published',
    release: {
      release_id: releaseId,
      release_name: track.releaseName,
      release_image_uri: imageUri('cover', String(releaseId)),
      ...(is2026 ? { release_image_dynamic_uri: dynamicImageUri('cover', String(releaseId)) } : {}),
    },
    release_date: midnight(track.releaseDate),
    sale_type: made.albumOnly ? 'albumOnly' : 'purchase',
    suggest: { input: track.name, weight: made.downloads },
    supplier_id: between(`supplier:${track.label}`, 1, 3000),
    track_id: track.id,
    track_name: track.name,
    track_number: made.number,
    update_date: made.changeDate,
    was_ever_exclusive: made.exclusiveDate === undefined ? 0 : 1,
    downloads: made.downloads,
    plays: made.plays,
    price: priceOf(made.price),
    is_explicit: made.explicit,
    ...(is2026 ? { is_dj_edit: false, is_ugc_remix: false, is_pre_order: false } : {}),
    track_image_uri: imageUri('waveform', id),
    ...(is2026 ? { track_image_dynamic_uri: dynamicImageUri('waveform', id) } : {}),
    genre: [{ genre_id: store.genreId(track.genre), genre_name: track.genre }],
  };
}

function midnight(date: string): string {
  return `${date}T00:00:00`;
}
