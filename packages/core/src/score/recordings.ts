import type { Comparison } from '../evidence/compare.js';
import type { Slots } from '../slots/slots.js';
import type { CatalogTrack } from '../track/catalog-track.js';
import { versionKey } from '../versions/version.js';

/** A candidate with everything known of it. */
export interface Compared {
  readonly track: CatalogTrack;
  readonly slots: Slots;
  readonly comparison: Comparison;
}

/** One recording, sold under one or more ids. The first is the one to hand back. */
export interface Recording {
  readonly members: readonly [Compared, ...Compared[]];
  /** The best log-odds of its members: they are one answer, however many times it is sold. */
  readonly logOdds: number;
}

/**
 * Which release of a recording is handed back when it is sold on several.
 *
 * - `original`: the earliest. `newest`: the latest.
 * - `label`: the earliest on the label that the library names, else the earliest of all.
 */
export type ReleasePreference = 'original' | 'newest' | 'label';

/** The same recording is given by labels with lengths that differ by this much, in milliseconds. */
const LENGTH_TOLERANCE_MS = 3_000;

/**
 * Groups candidates that are the same recording on several releases: same title, same version, a common artist, and
 * lengths that agree (or one ISRC). Otherwise two copies of one track would share its probability and neither be sure.
 * Order: best first; equal ones by id, so that the result never depends on the order of answers.
 */
export function groupByRecording(
  candidates: readonly Compared[],
  prefer: ReleasePreference = 'original',
): readonly Recording[] {
  const groups: Compared[][] = [];
  for (const candidate of [...candidates].sort((a, b) => a.track.id - b.track.id)) {
    const group = groups.find(([first]) => first !== undefined && sameRecording(first, candidate));
    if (group === undefined) groups.push([candidate]);
    else group.push(candidate);
  }
  return groups
    .map((group) => toRecording(group, prefer))
    .sort((a, b) => b.logOdds - a.logOdds || a.members[0].track.id - b.members[0].track.id);
}

function toRecording(group: readonly Compared[], prefer: ReleasePreference): Recording {
  const [first, ...rest] = [...group].sort(BY_PREFERENCE[prefer]);
  if (first === undefined) throw new RangeError('a recording has at least one member');
  return { members: [first, ...rest], logOdds: Math.max(...group.map((one) => one.comparison.logOdds)) };
}

/** Among releases of one day the one with the lowest id. */
const BY_PREFERENCE: Readonly<Record<ReleasePreference, (a: Compared, b: Compared) => number>> = {
  original: (a, b) => dateOf(a, '9999').localeCompare(dateOf(b, '9999')) || a.track.id - b.track.id,
  newest: (a, b) => dateOf(b, '0000').localeCompare(dateOf(a, '0000')) || a.track.id - b.track.id,
  label: (a, b) => Number(onWantedLabel(b)) - Number(onWantedLabel(a)) || BY_PREFERENCE.original(a, b),
};

function dateOf(compared: Compared, unknown: string): string {
  return compared.track.releaseDate ?? unknown;
}

function onWantedLabel(compared: Compared): boolean {
  return compared.comparison.findings.includes('label.same');
}

function sameRecording(a: Compared, b: Compared): boolean {
  if (a.slots.fullWork !== b.slots.fullWork) return false;
  if (versionKey(a.slots.version) !== versionKey(b.slots.version)) return false;
  if (!a.slots.artistWords.flat().some((word) => b.slots.credits.has(word))) return false;
  if (a.track.isrc !== undefined && a.track.isrc === b.track.isrc) return true;
  if (a.track.lengthMs === undefined || b.track.lengthMs === undefined) return true;
  return Math.abs(a.track.lengthMs - b.track.lengthMs) <= LENGTH_TOLERANCE_MS;
}
