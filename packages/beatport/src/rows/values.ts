import type { CatalogTrackId } from '@cuepoint/core';
import { z } from 'zod';
import { isCatalogTrackId } from '../urls/track-id.js';

/**
 * The values of a track as Beatport writes them. All of them but an id and a name are lenient: what is missing, null
 * or of another type is absent, so that one odd field does not lose the track.
 *
 * @module
 */

/** White space collapsed and trimmed, invisible characters out: a quarter of the store's titles end in a space. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text; absent when blank. */
export const text = lenient(z.string().transform((value) => tidy(value) || undefined));

/** A text that must be there. */
export const requiredText = z.string().transform(tidy).pipe(z.string().min(1));

/** A mix name; a few rows carry it with the brackets that pages put around it. */
export const mixName = lenient(z.string().transform((value) => withoutBrackets(tidy(value)) || undefined));

const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^\s*\d+(\.\d+)?\s*$/)
    .transform(Number),
]);

/** A whole number from 1, rounded; 0 is how the store says "unknown". */
export const positive = lenient(
  number.transform((value) => Math.round(value)).refine((value) => value > 0 && Number.isSafeInteger(value)),
);

/** Beats a minute. Nothing above 999 is a tempo. */
export const bpm = positive.transform((value) => (value !== undefined && value <= 999 ? value : undefined));

/** A track's number in the store. */
export const trackId = number.pipe(z.custom<CatalogTrackId>(isCatalogTrackId));

/** `YYYY-MM-DD` out of a date with or without a time; absent when there is no such day ("0000-00-00", "0001-01-01"). */
export const date = lenient(z.string().transform(isoDay));

/** An ISRC without hyphens; absent unless well-formed, because "NA" on two rows would make them one recording. */
export const isrc = lenient(
  z
    .string()
    .transform((value) => value.replace(/[\s-]/g, '').toUpperCase())
    .refine((value) => /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(value)),
);

/** A list whose unreadable items are left out; anything else is an empty list. A lone item counts as a list of one. */
export function list<Item>(item: z.ZodType<Item>) {
  return z
    .unknown()
    .optional()
    .transform((value): Item[] => {
      const items: readonly unknown[] = Array.isArray(value)
        ? value
        : value === undefined || value === null
          ? []
          : [value];
      return items.flatMap((one) => {
        const read = item.safeParse(one);
        return read.success ? [read.data] : [];
      });
    });
}

/** Something whose absence or odd shape is no reason to give up the whole. */
export function lenient<Schema extends z.ZodType>(schema: Schema) {
  return schema
    .nullish()
    .transform((value) => value ?? undefined)
    .catch(undefined);
}

function withoutBrackets(name: string): string {
  return /^\(([^()]*)\)$|^\[([^[\]]*)\]$/.test(name) ? tidy(name.slice(1, -1)) : name;
}

function isoDay(value: string): string | undefined {
  const day = /^\s*((?:19|20)\d\d-\d\d-\d\d)(?!\d)/.exec(value)?.[1];
  if (day === undefined) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? undefined : day;
}
