import type { LibraryTrack } from '@cuepoint/core';
import type { Compared, Explanation, Reading, Recording } from '@cuepoint/core/matching';
import { toBeatportFields } from '../rows/beatport-fields.js';
import { toEvidenceRow, toResultRow } from '../rows/result-row.js';
import { rounded } from '../rows/rounded.js';

/** Everything that led to one decision, and where it comes from. */
export interface ExplainedTrack extends Explanation {
  /** The export as it was named. */
  readonly library: string;
  /** 0–100, to one decimal: the probability that it is none of the recordings found. */
  readonly noneScore: number;
  /** Requests sent, every attempt counted. */
  readonly requests: number;
}

/** Everything that led to one decision, under the names of the files; lists where the matcher has sets. */
export type ExplanationDocument = ReturnType<typeof toExplanationDocument>;

/**
 * An explanation for a program. `result` is the track's row of `results.json`; log-odds and weights are natural
 * logarithms to two decimals, scores 0–100 to one.
 */
export function toExplanationDocument(explained: ExplainedTrack, toolVersion: string) {
  const { result, readings, identifiers, recordings, scores, weights } = explained;
  return {
    tool_version: toolVersion,
    library: explained.library,
    requests: explained.requests,
    result: toResultRow(result),
    tags: toTags(result.track),
    identifiers: { beatport_track_id: identifiers.trackId ?? null, isrc: identifiers.isrc ?? null },
    readings: readings.map(toReading),
    recordings: recordings.map((recording, at) => ({
      score: scores[at] ?? 0,
      log_odds: rounded(recording.logOdds, 2),
      /** The one to hand back comes first. */
      members: recording.members.map((member) => toMember(member, recording, readings)),
    })),
    none_of_them: { score: explained.noneScore, log_odds: 0 },
    early_exit: result.earlyExit,
    weights: Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, rounded(weight, 2)])),
  };
}

function toTags(track: LibraryTrack) {
  const { name, artist, album, remixer, mix, label, genre, comments, tonality } = track;
  return {
    ...{ name, artist, album, remixer, mix, label, genre, comments, tonality },
    duration_seconds: track.durationSeconds ?? null,
    bpm: track.bpm ?? null,
    year: track.year ?? null,
    path: track.path ?? null,
    source: track.source,
  };
}

function toReading(reading: Reading) {
  const { version } = reading;
  return {
    source: reading.source,
    penalty: rounded(reading.penalty, 2),
    title: reading.title,
    work: reading.work,
    full_work: reading.fullWork,
    artists: [...reading.artists],
    featured: [...reading.featured],
    version: { classes: [...version.flavours], length: version.length, stated: version.stated },
    remixer_words: [...version.credit],
  };
}

function toMember({ track, comparison }: Compared, { members }: Recording, readings: readonly Reading[]) {
  const otherIds = members.map((member) => member.track.id).filter((id) => id !== track.id);
  return {
    ...toBeatportFields({ track, otherIds: otherIds.sort((a, b) => a - b) }),
    /** Place in `readings` of the one that fits best. */
    reading: readings.indexOf(comparison.reading),
    log_odds: rounded(comparison.logOdds, 2),
    same_work: comparison.sameWork,
    evidence: comparison.evidence.map((evidence, at) => ({
      finding: comparison.findings[at] ?? null,
      ...toEvidenceRow(evidence),
    })),
  };
}
