import { type Candidate, type Credit, camelot } from '@cuepoint/core';
import { z } from 'zod';

const textOrNull = (meaning: string) => z.string().nullable().describe(meaning);
const countOrNull = (meaning: string) => z.number().int().nonnegative().nullable().describe(meaning);

/** What the store says of a track, in the order in which it is written; null, or an empty list, where it says nothing. */
export const beatportFieldsSchema = z.object({
  beatport_track_id: countOrNull("The store's number of the track."),
  beatport_url: textOrNull('Link to its page.'),
  beatport_title: textOrNull('Title without the mix.'),
  beatport_mix: textOrNull('Mix name: "Original Mix".'),
  beatport_artists: z.array(z.string()).describe('Main artists; their order carries no meaning.'),
  beatport_remixers: z.array(z.string()).describe('Remixers.'),
  beatport_key: textOrNull('Key as the store spells it: "A# Minor".'),
  beatport_key_camelot: textOrNull('The same key on the Camelot wheel: "3A".'),
  beatport_bpm: z.number().nonnegative().nullable().describe('Beats a minute.'),
  beatport_length_ms: countOrNull('Length in milliseconds.'),
  beatport_year: countOrNull('Year of the release date.'),
  beatport_label: textOrNull('Label.'),
  beatport_genres: z.array(z.string()).describe('Genres.'),
  beatport_sub_genre: textOrNull('Sub-genre.'),
  beatport_release: textOrNull('Name of the release.'),
  beatport_release_date: textOrNull('YYYY-MM-DD.'),
  beatport_isrc: textOrNull('ISRC.'),
  beatport_catalog_number: textOrNull('Catalogue number.'),
  beatport_other_ids: z.array(z.number().int().nonnegative()).describe('Other ids of the same recording, ascending.'),
});

/** What the store says of a track, under the names of every file written. */
export type BeatportFields = Readonly<z.infer<typeof beatportFieldsSchema>>;

/** The fields of a candidate; all null or empty where there is none. */
export function toBeatportFields(candidate: Pick<Candidate, 'track' | 'otherIds'> | undefined): BeatportFields {
  const track = candidate?.track;
  return {
    beatport_track_id: track?.id ?? null,
    beatport_url: track?.url ?? null,
    beatport_title: track?.name ?? null,
    beatport_mix: track?.mixName ?? null,
    beatport_artists: names(track?.artists),
    beatport_remixers: names(track?.remixers),
    beatport_key: track?.keyName ?? null,
    beatport_key_camelot: track?.key === undefined ? null : camelot(track.key),
    beatport_bpm: track?.bpm ?? null,
    beatport_length_ms: track?.lengthMs ?? null,
    beatport_year: yearOf(track?.releaseDate),
    beatport_label: track?.label ?? null,
    beatport_genres: [...(track?.genres ?? [])],
    beatport_sub_genre: track?.subGenre ?? null,
    beatport_release: track?.releaseName ?? null,
    beatport_release_date: track?.releaseDate ?? null,
    beatport_isrc: track?.isrc ?? null,
    beatport_catalog_number: track?.catalogNumber ?? null,
    beatport_other_ids: [...(candidate?.otherIds ?? [])],
  };
}

function names(credits: readonly Credit[] = []): string[] {
  return credits.map((credit) => credit.name);
}

function yearOf(date: string | undefined): number | null {
  const year = /^(\d{4})-/.exec(date ?? '')?.[1];
  return year === undefined ? null : Number(year);
}
