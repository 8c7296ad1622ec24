import { z } from 'zod';
import { byRole, searchCredits } from './credits.js';
import type { TrackFields } from './track-fields.js';
import { bpm, date, isrc, lenient, list, mixName, positive, requiredText, text, trackId } from './values.js';

/**
 * A row of search results, 2023 to 2026: prefixed names (`track_name`, `artist_name`), key by name, length in
 * milliseconds, genres as a list.
 */
export const searchRow: z.ZodType<TrackFields> = z
  .object({
    track_id: trackId,
    track_name: requiredText,
    mix_name: mixName,
    artists: searchCredits,
    bpm,
    key_name: text,
    length: positive,
    label: lenient(z.object({ label_name: text })),
    genre: list(z.object({ genre_name: requiredText })),
    sub_genre: list(z.object({ sub_genre_name: requiredText })),
    release: lenient(z.object({ release_id: positive, release_name: text })),
    release_date: date,
    publish_date: date,
    isrc,
    catalog_number: text,
  })
  .transform(
    (row): TrackFields => ({
      id: row.track_id,
      name: row.track_name,
      mixName: row.mix_name,
      ...byRole(row.artists),
      key: row.key_name,
      bpm: row.bpm,
      lengthMs: row.length,
      label: row.label?.label_name,
      genres: row.genre.map((genre) => genre.genre_name),
      subGenre: row.sub_genre[0]?.sub_genre_name,
      releaseId: row.release?.release_id,
      releaseName: row.release?.release_name,
      releaseDate: row.release_date ?? row.publish_date,
      isrc: row.isrc,
      catalogNumber: row.catalog_number,
    }),
  );
