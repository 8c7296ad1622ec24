import type { StoreTrack } from '../catalogue/catalogue-row.js';
import type { Store } from '../catalogue/store.js';
import { slugOf } from '../text/words.js';
import { dynamicImageUri, sampleUri } from './addresses.js';
import { creditsInIdOrder } from './credits.js';
import { makeUp } from './made-up.js';

/**
 * A track as a track page shows it since 2026: flat names, the key as a text with the Camelot key beside it, the
 * position as a text, roles inside `artists`, no slug of its own.
 */
export function flatTrack(store: Store, track: StoreTrack): object {
  const made = makeUp(store, track);
  const releaseId = store.releaseId(track);
  const middle = Math.floor((track.lengthMs ?? 360_000) * 0.4);
  return {
    track_id: track.id,
    track_name: track.name,
    mix_name: track.mixName,
    track_length_ms: track.lengthMs,
    bpm: track.bpm === null ? null : Math.round(track.bpm),
    key: track.key?.name ?? null,
    key_camelot: track.key === null ? null : `${track.key.camelotNumber}${track.key.camelotLetter}`,
    isrc: track.isrc,
    track_number: String(made.number),
    track_waveform_url: dynamicImageUri('waveform', String(track.id)),
    sample_url: sampleUri(track.id),
    sample_start_ms: middle,
    sample_end_ms: middle + 120_000,
    attributes: [],
    artists: creditsInIdOrder(store, track).map(({ id, name, role }) => ({ id, name, type: role, slug: slugOf(name) })),
    genre: {
      id: store.genreId(track.genre),
      name: track.genre,
      sub_genre:
        track.subGenre === null
          ? { id: null, name: null, slug: '' }
          : { id: 1000 + track.subGenre.length, name: track.subGenre, slug: slugOf(track.subGenre) },
      category: { id: 1, name: 'Electronic' },
      slug: slugOf(track.genre),
    },
    release: {
      id: releaseId,
      name: track.releaseName,
      image_url: dynamicImageUri('cover', String(releaseId)),
      catalog_number: track.catalogNumber,
      release_date: `${track.releaseDate}T00:00:00`,
      slug: slugOf(track.releaseName),
    },
    label: { id: store.labelId(track.label), name: track.label, slug: slugOf(track.label) },
    sale_type: made.albumOnly ? 'albumOnly' : 'purchase',
    price: { category: ['general_content'], currency: 'EUR', value: made.price },
    availability: {
      tags: ['available_for_purchase', 'preview_available', ...(made.streaming ? ['available_for_streaming'] : [])],
      unavailability_reason: null,
    },
  };
}
