import { z } from 'zod';
import { StandInError } from './catalogue/stand-in-error.js';
import { faultNames } from './faults/fault-names.js';
import { searchGenerations, trackGenerations } from './pages/generations.js';

const milliseconds = z.number().nonnegative();

/** How long an answer takes to begin. Waiting costs this server nothing: requests wait beside each other. */
export const latencySchema = z
  .object({
    /**
     * `constant`: `ms`, and up to `jitterMs` more, evenly spread. `lognormal`: half of the answers take at most `ms`, five
     * in six at most `ms + jitterMs`, and a few take much longer, as on a real network.
     */
    model: z.enum(['constant', 'lognormal']).default('constant'),
    ms: milliseconds.default(0),
    jitterMs: milliseconds.default(0),
  })
  .readonly();

/** When a request is answered with a fault instead of what it asked for. */
export const faultRuleSchema = z
  .strictObject({
    name: z.enum(faultNames),
    /** Share of requests, 0 to 1. Default 1, so that a rule with only a name always applies. */
    rate: z.number().min(0).max(1).default(1),
    /** Only the next so many requests that the rule would apply to; then it is spent. Default: without end. */
    next: z.int().nonnegative().optional(),
    /** Regular expression over path and query; only what it finds is concerned. Default: every page and API answer. */
    match: z.string().refine(isRegularExpression, 'not a regular expression').optional(),
    /** Seconds in `Retry-After`, for the faults that send it. Default 1. */
    retryAfterS: z.int().nonnegative().optional(),
    /** Status of `server-error`. Default 503. */
    status: z.int().min(500).max(599).optional(),
    /** Bytes at a time of `drip`. Default 1024. */
    dripBytes: z.int().positive().optional(),
    /** Milliseconds between them. Default 100. */
    dripMs: z.number().positive().optional(),
  })
  .readonly();

/** Everything about the stand-in that can be changed while it runs, with the values it starts with. */
export const settingsSchema = z
  .strictObject({
    latency: latencySchema.default({ model: 'constant', ms: 0, jitterMs: 0 }),
    /** The first rule that applies to a request decides. */
    faults: z.array(faultRuleSchema).readonly().default([]),
    /** Answers in any second; what comes beyond gets 429, and is not counted itself. Null: no ceiling. */
    ceilingPerSecond: z.number().positive().nullable().default(null),
    searchGeneration: z.enum(searchGenerations).default('2026'),
    trackGeneration: z.enum(trackGenerations).default('flat'),
    /** A query for genres stands before the search's own, on search pages of 2026. */
    genresQueryFirst: z.boolean().default(false),
    /** Pages are empty, and a script gets their data. */
    shell: z.boolean().default(false),
    /** Pages are refused (403) to a client without a `User-Agent` or with one that names a robot or a program library. */
    refuseRobots: z.boolean().default(true),
    /** Decides every random choice; the same seed and order of requests give the same answers. */
    seed: z.int().default(1),
    /** Bearer tokens that the API takes. */
    apiTokens: z.array(z.string().min(1)).readonly().default(['stand-in-token']),
    /** Requests after which a token has expired. Null: never. */
    apiTokenRequests: z.int().nonnegative().nullable().default(null),
    /** Refresh tokens that the API takes, each once. */
    apiRefreshTokens: z.array(z.string().min(1)).readonly().default(['stand-in-refresh-token']),
    /** The client whose refresh tokens these are. */
    apiClientId: z.string().min(1).default('stand-in-client'),
    /** Seconds that a renewed token is said to be good for; that it is refused after them is not played. */
    apiTokenSeconds: z.int().positive().default(36_000),
    /** Tracks that the API refuses with "Territory Restricted." though the site shows them. */
    restrictedIds: z.array(z.int()).readonly().default([]),
    /** Compresses what clients accept compressed. */
    compress: z.boolean().default(true),
  })
  .readonly();

/** How long an answer takes to begin. */
export type Latency = z.output<typeof latencySchema>;

/** When a request is answered with a fault. */
export type FaultRule = z.output<typeof faultRuleSchema>;

/** Everything that can be changed while the stand-in runs. */
export type StandInSettings = z.output<typeof settingsSchema>;

/** Settings as a user gives them: what is absent keeps its value. */
export type StandInSettingsInput = z.input<typeof settingsSchema>;

/**
 * Checks settings.
 *
 * @param changes What is given.
 * @param current What the rest keeps; the defaults when absent.
 * @throws {StandInError} `STAND_IN_OPTIONS`, saying which setting is wrong.
 */
export function checkSettings(changes: unknown, current?: StandInSettings): StandInSettings {
  const isObject = typeof changes === 'object' && changes !== null && !Array.isArray(changes);
  const checked = settingsSchema.safeParse(isObject ? { ...current, ...changes } : changes);
  if (checked.success) return checked.data;
  throw new StandInError(
    'STAND_IN_OPTIONS',
    `The settings of the stand-in are wrong: ${z.prettifyError(checked.error)}`,
    'Correct the setting that is named.',
  );
}

function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
