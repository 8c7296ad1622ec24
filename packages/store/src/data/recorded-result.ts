import type { Candidate, CatalogTrack, CatalogTrackId, QueryAudit, TrackResult } from '@cuepoint/core';
import { z } from 'zod';
import { packText, unpackText } from '../text/packed-text.js';

/** What is recorded of a track's result: all but the track itself and its place, which the caller has anew. */
export type RecordedResult = Omit<TrackResult, 'playlist' | 'playlistIndex' | 'track'>;

/** A result for the journal; of a whole `TrackResult`, the part that is recorded. */
export function packResult(result: RecordedResult & Partial<TrackResult>): Uint8Array {
  const { playlist, playlistIndex, track, ...recorded } = result;
  return packText(JSON.stringify(recorded));
}

/** A result from the journal; undefined when it is broken or has the shape of another version. */
export function unpackResult(packed: Uint8Array): RecordedResult | undefined {
  const text = unpackText(packed);
  return text === undefined ? undefined : recordedResult.safeParse(parseJson(text)).data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every field, the optional ones included: one that is forgotten here would make every result unreadable. */
type Shape<T> = Readonly<Record<keyof T, z.ZodType>>;

const trackId = z.custom<CatalogTrackId>((value) => Number.isSafeInteger(value));
const credit = z.strictObject({ id: z.number().exactOptional(), name: z.string() });

const catalogTrack = z.strictObject({
  id: trackId,
  url: z.string(),
  name: z.string(),
  mixName: z.string().exactOptional(),
  artists: z.array(credit),
  remixers: z.array(credit),
  keyName: z.string().exactOptional(),
  key: z.strictObject({ wheel: z.number(), mode: z.enum(['minor', 'major']) }).exactOptional(),
  bpm: z.number().exactOptional(),
  lengthMs: z.number().exactOptional(),
  label: z.string().exactOptional(),
  genres: z.array(z.string()),
  subGenre: z.string().exactOptional(),
  releaseId: z.number().exactOptional(),
  releaseName: z.string().exactOptional(),
  releaseDate: z.string().exactOptional(),
  isrc: z.string().exactOptional(),
  catalogNumber: z.string().exactOptional(),
} satisfies Shape<CatalogTrack>) satisfies z.ZodType<CatalogTrack>;

const candidate = z.strictObject({
  track: catalogTrack,
  matchScore: z.number(),
  evidence: z.array(
    z.strictObject({
      name: z.string(),
      verdict: z.enum(['agree', 'disagree', 'unknown']),
      weight: z.number(),
      detail: z.string(),
    }),
  ),
  otherIds: z.array(trackId),
} satisfies Shape<Candidate>) satisfies z.ZodType<Candidate>;

const queryAudit = z.strictObject({
  index: z.int(),
  text: z.string(),
  type: z.enum(['identifier', 'isrc', 'priority', 'remix', 'title_only', 'artist_only', 'file_name']),
  found: z.int(),
  cumulative: z.int(),
} satisfies Shape<QueryAudit>) satisfies z.ZodType<QueryAudit>;

/** Strict: a field that this version does not know was written by another, whose results are not this one's. */
const recordedResult = z.strictObject({
  status: z.enum(['matched', 'review', 'unmatched', 'blocked', 'failed', 'skipped']),
  matchScore: z.number(),
  confidence: z.enum(['high', 'medium', 'low']).nullable(),
  reason: z.string(),
  match: candidate.exactOptional(),
  sibling: candidate.exactOptional(),
  candidates: z.array(candidate),
  queries: z.array(queryAudit),
  earlyExit: z.boolean(),
} satisfies Shape<RecordedResult>) satisfies z.ZodType<RecordedResult>;
