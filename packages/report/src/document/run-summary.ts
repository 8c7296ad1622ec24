import type { TrackStatus } from '@cuepoint/core';
import { z } from 'zod';

const count = z.number().int().nonnegative();

/** What is told of a run beside its tracks. */
export const runSummarySchema = z.object({
  tool_version: z.string().describe('Version of CuePoint.'),
  fetcher: z.string().describe('Name of the fetcher.'),
  settings: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .describe('The settings that matter, by name.'),
  library: z.object({
    path: z.string().describe('The export that was read.'),
    sha256: z.string().describe('SHA-256 of its bytes, in hexadecimal.'),
  }),
  playlists: z.array(z.string()).describe('Full paths, in the order asked for.'),
  started: z.string().describe('ISO 8601 in UTC.'),
  finished: z.string().describe('ISO 8601 in UTC.'),
  counts: z
    .object({ matched: count, review: count, unmatched: count, blocked: count, failed: count, skipped: count })
    .describe('Tracks by status.'),
  stopped: z
    .object({ reason: z.string().describe('Why, in words.'), not_reached: count.describe('Tracks not begun.') })
    .nullable()
    .describe('Null when the run went through to its end.'),
  requests: count.describe('Requests sent.'),
});

/** How many tracks ended in which way. */
export type StatusCounts = Readonly<Record<TrackStatus, number>>;

/** What the caller knows of a run. */
export interface RunRecord {
  readonly toolVersion: string;
  /** Name of the fetcher. */
  readonly fetcher: string;
  /** The settings that matter; written under the names given. */
  readonly settings: Readonly<Record<string, string | number | boolean | null>>;
  /** The export that was read, and the SHA-256 of its bytes in hexadecimal. */
  readonly library: { readonly path: string; readonly sha256: string };
  /** Full paths, in the order asked for. */
  readonly playlists: readonly string[];
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** Why the run ended before its end, and how many tracks were not begun; null when it did not. */
  readonly stopped: { readonly reason: string; readonly notReached: number } | null;
  /** Requests sent. */
  readonly requests: number;
}

/** What is told of a run, under the names of the files. */
export type RunSummary = Readonly<z.infer<typeof runSummarySchema>>;

/** The record of a run under the names of the files. */
export function toRunSummary(record: RunRecord, counts: StatusCounts): RunSummary {
  const { stopped } = record;
  return {
    tool_version: record.toolVersion,
    fetcher: record.fetcher,
    settings: { ...record.settings },
    library: { path: record.library.path, sha256: record.library.sha256 },
    playlists: [...record.playlists],
    started: record.startedAt.toISOString(),
    finished: record.finishedAt.toISOString(),
    counts: { ...counts },
    stopped: stopped === null ? null : { reason: stopped.reason, not_reached: stopped.notReached },
    requests: record.requests,
  };
}
