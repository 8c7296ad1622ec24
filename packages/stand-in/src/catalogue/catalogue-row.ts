import { z } from 'zod';
import { type StoreKey, storeKeys } from './musical-keys.js';

/** One row of a catalogue file. Only `id` and `name` must be there. */
export type CatalogueRow = z.input<typeof catalogueRowSchema>;

/** A track that the stand-in sells. */
export type StoreTrack = z.output<typeof catalogueRowSchema>;

const keys = storeKeys();

const text = z.string().nullable().default(null);
const positive = z.int().positive().nullable().default(null);

/** A key by its name, looked up in the site's own list. */
const keySchema = z.string().transform((name, context): StoreKey => {
  const key = keys.get(name);
  if (key !== undefined) return key;
  context.addIssue({ code: 'custom', message: `"${name}" is no key of the store, which writes "A# Minor"` });
  return z.NEVER;
});

/**
 * Checks a row and gives it the names used here. Whatever else a row holds (where it came from, which fields were made
 * up) is dropped, since the store would not show it.
 */
export const catalogueRowSchema = z
  .object({
    id: z.int().positive(),
    /** Last part but one of the URL; made from the title when absent. */
    slug: text,
    name: z.string().min(1),
    mix_name: z.string().default('Original Mix'),
    artists: z.array(z.string().min(1)).readonly().default([]),
    remixers: z.array(z.string().min(1)).readonly().default([]),
    label: text,
    genre: text,
    sub_genre: text,
    /** Beats a minute. */
    bpm: z.number().positive().nullable().default(null),
    key: keySchema.nullable().default(null),
    /** Milliseconds. */
    length_ms: positive,
    isrc: text,
    release_name: text,
    release_id: positive,
    catalog_number: text,
    /** `YYYY-MM-DD`. */
    release_date: z.iso.date().nullable().default(null),
  })
  .transform((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    mixName: row.mix_name,
    artists: row.artists,
    remixers: row.remixers,
    label: row.label ?? 'Independent',
    genre: row.genre ?? 'Electronica',
    subGenre: row.sub_genre,
    bpm: row.bpm,
    key: row.key,
    lengthMs: row.length_ms,
    isrc: row.isrc,
    releaseName: row.release_name ?? row.name,
    releaseId: row.release_id,
    catalogNumber: row.catalog_number,
    releaseDate: row.release_date ?? '2020-01-01',
  }));
