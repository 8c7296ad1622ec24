import type { Candidate, Evidence, TrackResult } from '@cuepoint/core';
import { z } from 'zod';
import { beatportFieldsSchema, toBeatportFields } from './beatport-fields.js';
import { rounded } from './rounded.js';
import { siblingFieldsSchema, toSiblingFields } from './sibling-fields.js';

const score = z
  .number()
  .min(0)
  .max(100)
  .describe('0–100, to one decimal: how probable it is that this is the recording.');

const evidenceSchema = z.object({
  name: z.string().describe('What was compared: title, artists, version, length, bpm, key, …'),
  verdict: z.enum(['agree', 'disagree', 'unknown']),
  weight: z.number().describe('Natural-log likelihood ratio, to two decimals; above 0 speaks for the candidate.'),
  detail: z.string().describe('The two sides, in words.'),
});

const candidateRowSchema = z.object({
  ...beatportFieldsSchema.shape,
  match_score: score,
  evidence: z.array(evidenceSchema).describe('Every comparison made.'),
});

const queryRowSchema = z.object({
  index: z.number().int().nonnegative().describe("Position in the track's own order of queries, from 0."),
  text: z.string().describe('The words, as asked.'),
  type: z
    .enum(['identifier', 'isrc', 'priority', 'remix', 'title_only', 'artist_only', 'file_name'])
    .describe('By the query plan.'),
  candidates_found: z.number().int().nonnegative().describe('Candidates it gave.'),
  cumulative: z.number().int().nonnegative().describe('Different candidates known after it.'),
});

/** One track, as written to `results.json`; without its two lists, a row of `results.csv`. */
export const resultRowSchema = z.object({
  playlist: z.string().describe('Full path of the playlist: "Folder/Name".'),
  playlist_index: z.number().int().positive().describe('Position in the playlist, from 1.'),
  track_id: z.string().describe('TrackID of the library.'),
  title: z.string().describe("The library's own title."),
  artist: z.string().describe("The library's own artist."),
  status: z
    .enum(['matched', 'review', 'unmatched', 'blocked', 'failed', 'skipped'])
    .describe('blocked and failed mean that there is no answer, never that there is no match.'),
  matched: z.boolean().describe('Whether the status is matched. The beatport_ fields are filled exactly then.'),
  match_score: score.describe('0–100, to one decimal, of the best candidate; 0 when there is none.'),
  confidence: z.enum(['high', 'medium', 'low']).nullable().describe('Null unless matched.'),
  reason: z.string().describe('Why it ended so, in words.'),
  ...beatportFieldsSchema.shape,
  ...siblingFieldsSchema.shape,
  candidates: z.array(candidateRowSchema).max(10).describe('Best first.'),
  queries: z.array(queryRowSchema).describe('What was asked, in order.'),
});

/** One track, as written to `results.json`. */
export type ResultRow = Readonly<z.infer<typeof resultRowSchema>>;

/** One candidate of a track, as written to `results.json`. */
export type CandidateRow = Readonly<z.infer<typeof candidateRowSchema>>;

/**
 * A result under the names of the files. What the store does not say is null; lists are lists, empty when there is
 * nothing. Scores and weights are rounded, so that the last bits of a computation never change the bytes of a file.
 */
export function toResultRow(result: TrackResult): ResultRow {
  return {
    playlist: result.playlist,
    playlist_index: result.playlistIndex,
    track_id: result.track.trackId,
    title: result.track.name,
    artist: result.track.artist,
    status: result.status,
    matched: result.status === 'matched',
    match_score: rounded(result.matchScore, 1),
    confidence: result.confidence,
    reason: result.reason,
    ...toBeatportFields(result.match),
    ...toSiblingFields(result.sibling),
    candidates: result.candidates.map(toCandidateRow),
    queries: result.queries.map(({ index, text, type, found, cumulative }) => ({
      index,
      text,
      type,
      candidates_found: found,
      cumulative,
    })),
  };
}

function toCandidateRow(candidate: Candidate): CandidateRow {
  return {
    ...toBeatportFields(candidate),
    match_score: rounded(candidate.matchScore, 1),
    evidence: candidate.evidence.map(toEvidenceRow),
  };
}

/** A comparison under the names of the files. */
export function toEvidenceRow({ name, verdict, weight, detail }: Evidence) {
  return { name, verdict, weight: rounded(weight, 2), detail };
}
