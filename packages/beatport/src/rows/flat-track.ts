import { z } from 'zod';
import { byRole, flatCredits } from './credits.js';
import type { TrackFields } from './track-fields.js';
import { bpm, date, isrc, lenient, mixName, positive, requiredText, text, trackId } from './values.js';

const named = lenient(z.object({ name: text }));

/**
 * The track of a track page since 2026 (`track-details-ID`), and of the recommendations service: key as a plain
 * text, label at the top level, roles in `artists[].type`, sub-genre inside the genre.
 */
export const flatTrack: z.ZodType<TrackFields> = z
  .object({
    track_id: trackId,
    track_name: requiredText,
    mix_name: mixName,
    artists: flatCredits,
    bpm,
    key: text,
    key_camelot: text,
    track_length_ms: positive,
    label: named,
    genre: lenient(z.object({ name: text, sub_genre: named })),
    release: lenient(z.object({ id: positive, name: text, catalog_number: text, release_date: date })),
    isrc,
  })
  .transform(
    (track): TrackFields => ({
      id: track.track_id,
      name: track.track_name,
      mixName: track.mix_name,
      ...byRole(track.artists),
      key: track.key ?? track.key_camelot,
      bpm: track.bpm,
      lengthMs: track.track_length_ms,
      label: track.label?.name,
      genres: track.genre?.name === undefined ? [] : [track.genre.name],
      subGenre: track.genre?.sub_genre?.name,
      releaseId: track.release?.id,
      releaseName: track.release?.name,
      releaseDate: track.release?.release_date,
      isrc: track.isrc,
      catalogNumber: track.release?.catalog_number,
    }),
  );
