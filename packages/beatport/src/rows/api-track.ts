import { z } from 'zod';
import { credits } from './credits.js';
import type { TrackFields } from './track-fields.js';
import { bpm, date, isrc, lenient, mixName, positive, requiredText, text, trackId } from './values.js';

const named = lenient(z.object({ name: text }));

/**
 * A track of the API v4, which is also the track of a track page until 2026 and a row of chart, genre and release
 * pages: key as an object, label inside the release, remixers in a list of their own.
 */
export const apiTrack: z.ZodType<TrackFields> = z
  .object({
    id: trackId,
    slug: text,
    name: requiredText,
    mix_name: mixName,
    artists: credits,
    remixers: credits,
    bpm,
    key: lenient(z.object({ name: text, camelot_number: positive, camelot_letter: text })),
    length_ms: positive,
    label: named,
    genre: named,
    sub_genre: named,
    release: lenient(z.object({ id: positive, name: text, label: named })),
    new_release_date: date,
    publish_date: date,
    isrc,
    catalog_number: text,
  })
  .transform(
    (track): TrackFields => ({
      id: track.id,
      slug: track.slug,
      name: track.name,
      mixName: track.mix_name,
      artists: track.artists,
      remixers: track.remixers,
      key: track.key?.name ?? wheelPlace(track.key?.camelot_number, track.key?.camelot_letter),
      bpm: track.bpm,
      lengthMs: track.length_ms,
      label: track.release?.label?.name ?? track.label?.name,
      genres: track.genre?.name === undefined ? [] : [track.genre.name],
      subGenre: track.sub_genre?.name,
      releaseId: track.release?.id,
      releaseName: track.release?.name,
      // The date of publication says when it came on sale here, which is later for what was a pre-order elsewhere.
      releaseDate: track.new_release_date ?? track.publish_date,
      isrc: track.isrc,
      catalogNumber: track.catalog_number,
    }),
  );

function wheelPlace(number: number | undefined, letter: string | undefined): string | undefined {
  return number === undefined || letter === undefined ? undefined : `${number}${letter}`;
}
