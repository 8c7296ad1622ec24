import { z } from 'zod';

/*
 * The kinds of field a metrics document is made of. Every field has a zero, so that a document with a field missing
 * can still be read; and every one says what it means, because these texts become the published JSON Schema.
 */

/** A duration or an offset from the start of the run, in seconds. Zero: 0. */
export const seconds = (meaning: string) => z.number().nonnegative().default(0).describe(`${meaning} Seconds.`);

/** A whole number of things, never negative. Zero: 0. */
export const count = (meaning: string) => z.number().int().nonnegative().default(0).describe(meaning);

/** A share of a whole, 0–100. Zero: 0. */
export const percentage = (meaning: string) => z.number().min(0).max(100).default(0).describe(`${meaning} 0–100.`);

/** A number of no such kind, never negative. Zero: 0. */
export const amount = (meaning: string) => z.number().nonnegative().default(0).describe(meaning);

/** A text. Zero: the empty text. */
export const text = (meaning: string) => z.string().default('').describe(meaning);

/** Yes or no. Zero: no. */
export const flag = (meaning: string) => z.boolean().default(false).describe(meaning);

/** A whole number that may not apply. Zero: null. */
export const countOrNull = (meaning: string) =>
  z.number().int().nonnegative().nullable().default(null).describe(meaning);
