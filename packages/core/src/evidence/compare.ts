import type { Evidence } from '../contracts/track-result.js';
import type { Reading, Slots } from '../slots/slots.js';
import type { CatalogTrack } from '../track/catalog-track.js';
import type { LibraryTrack } from '../track/library-track.js';
import type { Finding, Weights } from '../weights/weights.js';
import { compareArtists } from './artists.js';
import { type Found, weigh } from './finding.js';
import { compareIdentifiers, type Identifiers } from './identifiers.js';
import { compareLength } from './length.js';
import { compareLabel, compareRelease, compareYear } from './release.js';
import { compareKey, compareTempo } from './tempo-and-key.js';
import { compareTitle } from './title.js';
import { compareRemixer, compareVersion } from './version.js';

/** A library track, made ready to be compared with many candidates. */
export interface Subject {
  readonly track: LibraryTrack;
  readonly readings: readonly Reading[];
  readonly identifiers: Identifiers;
}

/** Every comparison between a track and a candidate, and what they add up to. */
export interface Comparison {
  /** The reading of the track that fits this candidate best. */
  readonly reading: Reading;
  readonly evidence: readonly Evidence[];
  /** What each of them found, in the same order. */
  readonly findings: readonly Finding[];
  /** Log-odds: prior, weights and the reading's penalty, added up. */
  readonly logOdds: number;
  /** Title and artists agree: another version of the work at least. */
  readonly sameWork: boolean;
}

/** Compares a track with one candidate, by the reading of the track that speaks best for it. */
export function compare(
  subject: Subject,
  candidate: CatalogTrack,
  slots: Slots,
  weights: Weights,
): Comparison | undefined {
  let best: { reading: Reading; found: readonly Found[]; sum: number } | undefined;
  for (const reading of subject.readings) {
    const found = compareReading(reading, slots);
    const sum = found.reduce((total, one) => total + weights[one.finding], 0) - reading.penalty;
    if (best === undefined || sum > best.sum) best = { reading, found, sum };
  }
  if (best === undefined) return undefined;
  const hopeless = best.found[0]?.finding === 'title.other';
  const found = hopeless ? best.found : [...best.found, ...compareFacts(subject, candidate)];
  return {
    reading: best.reading,
    evidence: found.map((one) => weigh(one, weights)),
    findings: found.map((one) => one.finding),
    logOdds: found.reduce((total, one) => total + weights[one.finding], weights.prior - best.reading.penalty),
    sameWork: isSameWork(best.found),
  };
}

/** Stops at the title where that is another one: most candidates of a search end there. */
function compareReading(reading: Reading, slots: Slots): readonly Found[] {
  const title = compareTitle(reading, slots);
  if (title.finding === 'title.other') return [title];
  return present([
    title,
    compareArtists(reading, slots),
    compareRemixer(reading, slots),
    compareVersion(reading, slots),
  ]);
}

function compareFacts({ track, identifiers }: Subject, candidate: CatalogTrack): readonly Found[] {
  return present([
    compareLength(track, candidate),
    compareTempo(track, candidate),
    compareKey(track, candidate),
    compareLabel(track, candidate),
    compareYear(track, candidate),
    compareRelease(track, candidate),
    compareIdentifiers(identifiers, candidate),
  ]);
}

function isSameWork(found: readonly Found[]): boolean {
  const names = new Set(found.map((one) => one.finding));
  const title = names.has('title.same') || names.has('title.near');
  return title && (names.has('artists.same') || names.has('artists.some'));
}

function present(found: readonly (Found | undefined)[]): readonly Found[] {
  return found.filter((one) => one !== undefined);
}
