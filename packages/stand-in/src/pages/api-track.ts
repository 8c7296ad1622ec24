import type { StoreTrack } from '../catalogue/catalogue-row.js';
import type { StoreKey } from '../catalogue/musical-keys.js';
import type { Store } from '../catalogue/store.js';
import { between } from '../text/hash.js';
import { slugOf } from '../text/words.js';
import { dynamicImageUri, imageUri, sampleUri } from './addresses.js';
import { type Credit, creditsInIdOrder } from './credits.js';
import { type MadeUp, makeUp, priceOf } from './made-up.js';

/**
 * A track in the shape of the API, as its lists give it. `api` is what the `url` fields begin with; the site's own pages
 * point to an internal host there.
 */
export function apiListTrack(store: Store, track: StoreTrack, api = internalApi): object {
  return { ...common(store, track, makeUp(store, track), api), url: `${api}/catalog/tracks/${track.id}/` };
}

/** The same track asked for by itself: no `url`, but a position, a format and a description. */
export function apiTrack(store: Store, track: StoreTrack, api = internalApi): object {
  const made = makeUp(store, track);
  return {
    ...common(store, track, made, api),
    audio_format: null,
    desc: '',
    enabled: true,
    encode_status: 'CONVERTED',
    exclusive_period: { days: 0, description: 'No Exclusive', id: 1, url: `${api}/auxiliary/exclusive-periods/1/` },
    hidden: false,
    is_classic: false,
    number: made.number,
    publish_status: 'published',
    was_ever_exclusive: made.exclusiveDate !== undefined,
  };
}

const internalApi = 'https://api-internal.beatportprod.com/v4';

function common(store: Store, track: StoreTrack, made: MadeUp, api: string): object {
  const middle = Math.floor((track.lengthMs ?? 360_000) * 0.4);
  const credits = creditsInIdOrder(store, track);
  const people = (role: Credit['role']): readonly object[] =>
    credits.filter((credit) => credit.role === role).map((credit) => apiArtist(credit, api));
  return {
    artists: people('Artist'),
    available_worldwide: made.worldwide,
    bpm: track.bpm === null ? null : Math.round(track.bpm),
    catalog_number: track.catalogNumber,
    current_status: { id: 10, name: 'General Content', url: `${api}/auxiliary/current-status/10/` },
    encoded_date: `${made.addDate}-06:00`,
    exclusive: false,
    free_downloads: [],
    free_download_start_date: null,
    free_download_end_date: null,
    genre: named('genres', store.genreId(track.genre), track.genre, api),
    id: track.id,
    image: image('waveform', String(track.id)),
    is_available_for_streaming: made.streaming,
    is_hype: false,
    isrc: track.isrc,
    key: track.key === null ? null : apiKey(track.key, api),
    label_track_identifier: null,
    length: track.lengthMs === null ? null : clock(track.lengthMs),
    length_ms: track.lengthMs,
    mix_name: track.mixName,
    name: track.name,
    new_release_date: track.releaseDate,
    pre_order: false,
    pre_order_date: made.preOrderDate ?? null,
    price: priceOf(made.price),
    publish_date: track.releaseDate,
    release: apiRelease(store, track),
    remixers: people('Remixer'),
    sale_type: made.albumOnly
      ? { id: 2, name: 'albumOnly', url: `${api}/auxiliary/sale-types/2/` }
      : { id: 1, name: 'purchase', url: `${api}/auxiliary/sale-types/1/` },
    sample_url: sampleUri(track.id),
    sample_start_ms: middle,
    sample_end_ms: middle + 120_000,
    slug: track.slug ?? slugOf(track.name),
    sub_genre: track.subGenre === null ? null : named('sub-genres', 1000 + track.subGenre.length, track.subGenre, api),
  };
}

function apiArtist({ id, name }: Credit, api: string): object {
  return {
    id,
    image: image('artist', String(id)),
    name,
    slug: slugOf(name),
    url: `${api}/catalog/artists/${id}/`,
  };
}

function apiRelease(store: Store, track: StoreTrack): object {
  const id = store.releaseId(track);
  const labelId = store.labelId(track.label);
  return {
    id,
    name: track.releaseName,
    image: image('cover', String(id)),
    label: { id: labelId, name: track.label, image: image('label', String(labelId)), slug: slugOf(track.label) },
    slug: slugOf(track.releaseName),
  };
}

function apiKey(key: StoreKey, api: string): object {
  const chordTypeId = key.mode === 'Minor' ? 1 : 2;
  return {
    camelot_number: key.camelotNumber,
    camelot_letter: key.camelotLetter,
    chord_type: { id: chordTypeId, name: key.mode, url: `${api}/catalog/chord-types/${chordTypeId}/` },
    id: key.id,
    is_sharp: key.letter.endsWith('#'),
    is_flat: key.letter.endsWith('b'),
    letter: key.letter.charAt(0),
    name: key.name,
    url: `${api}/catalog/keys/${key.id}/`,
  };
}

function named(kind: string, id: number, name: string, api: string): object {
  return { id, name, slug: slugOf(name), url: `${api}/catalog/${kind}/${id}/` };
}

function image(kind: 'waveform' | 'cover' | 'artist' | 'label', of: string): object {
  return {
    id: between(`image:${kind}:${of}`, 1_000_000, 60_000_000),
    uri: imageUri(kind, of),
    dynamic_uri: dynamicImageUri(kind, of),
  };
}

/** Minutes and seconds: "4:32". */
function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
