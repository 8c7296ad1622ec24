import type { Candidate } from '@cuepoint/core';
import { z } from 'zod';

const textOrNull = (meaning: string) => z.string().nullable().describe(meaning);

/**
 * What may be borrowed from another version of the wanted work, in the order in which it is written. Key, tempo and
 * length are withheld: whoever reads the file would put those of one version on the audio of another.
 */
export const siblingFieldsSchema = z.object({
  sibling_track_id: z
    .number()
    .int()
    .nonnegative()
    .nullable()
    .describe(
      "The store's number of another version of the wanted work, where the wanted one is not sold; else null. " +
        'Its label, genres and date may be borrowed. Its key, BPM and length are withheld on purpose: they are that ' +
        "version's own.",
    ),
  sibling_url: textOrNull('Link to its page.'),
  sibling_title: textOrNull('Title without the mix.'),
  sibling_mix: textOrNull('Mix name: which other version it is.'),
  sibling_label: textOrNull('Label.'),
  sibling_genres: z.array(z.string()).describe('Genres.'),
  sibling_release_date: textOrNull('YYYY-MM-DD.'),
});

/** What is told of another version of the wanted work, under the names of every file written. */
export type SiblingFields = Readonly<z.infer<typeof siblingFieldsSchema>>;

/** The fields of a sibling; all null or empty where there is none. */
export function toSiblingFields(sibling: Candidate | undefined): SiblingFields {
  const track = sibling?.track;
  return {
    sibling_track_id: track?.id ?? null,
    sibling_url: track?.url ?? null,
    sibling_title: track?.name ?? null,
    sibling_mix: track?.mixName ?? null,
    sibling_label: track?.label ?? null,
    sibling_genres: [...(track?.genres ?? [])],
    sibling_release_date: track?.releaseDate ?? null,
  };
}
