import type { Candidate, Confidence, TrackStatus } from '../contracts/track-result.js';
import type { Compared, Recording } from '../score/recordings.js';

/** Cuts on the probability, 0–100. */
export const CUTS = {
  /** The search ends early from here on: no further query could change the answer. */
  certain: 95,
  /** Matched from here on. */
  matched: 70,
  /** Offered for review from here on. */
  review: 25,
  high: 95,
  medium: 85,
} as const;

/** What is to be said of a track. */
export interface Decision {
  readonly status: Extract<TrackStatus, 'matched' | 'review' | 'unmatched'>;
  readonly confidence: Confidence | null;
  readonly reason: string;
  /** The best candidate is another version of the wanted work. */
  readonly sibling: boolean;
}

/** Decides from the recordings found and their probabilities (0–100, in the same order, best first). */
export function decide(recordings: readonly Recording[], scores: readonly number[]): Decision {
  const best = recordings[0];
  const score = scores[0] ?? 0;
  if (best === undefined) return none('Nothing found under this name.');
  const [first] = best.members;
  if (score >= CUTS.matched) {
    return { status: 'matched', confidence: confidenceOf(score), reason: describeAgreement(first), sibling: false };
  }
  const rival = scores[1] ?? 0;
  if (score >= CUTS.review) {
    const reason =
      rival >= score / 2
        ? 'Two versions fit about equally well: listen before you choose.'
        : `Not sure: ${describeDisagreement(first)}.`;
    return { status: 'review', confidence: null, reason, sibling: isSibling(first) };
  }
  if (!isSibling(first)) return none('Nothing found that is this track.');
  return { ...none(`Only another version is sold: ${describeDisagreement(first)}.`), sibling: true };
}

/** A recording as a candidate of the result. */
export function toCandidate(recording: Recording, score: number): Candidate {
  const [first, ...others] = recording.members;
  return {
    track: first.track,
    matchScore: score,
    evidence: first.comparison.evidence,
    otherIds: others.map((other) => other.track.id).sort((a, b) => a - b),
  };
}

function none(reason: string): Decision {
  return { status: 'unmatched', confidence: null, reason, sibling: false };
}

/** The work is the same, and the version is not. */
function isSibling({ comparison }: Compared): boolean {
  const apart = comparison.evidence.some(
    (one) => (one.name === 'version' || one.name === 'remixer') && one.verdict === 'disagree',
  );
  return comparison.sameWork && apart;
}

function confidenceOf(score: number): Confidence {
  if (score >= CUTS.high) return 'high';
  return score >= CUTS.medium ? 'medium' : 'low';
}

const PLAIN: Readonly<Record<string, string>> = {
  title: 'title',
  artists: 'artists',
  remixer: 'remixer',
  version: 'version',
  length: 'length',
  bpm: 'tempo',
  key: 'key',
  label: 'label',
  year: 'year',
  release: 'release',
  identifier: 'store number',
};

function describeAgreement(compared: Compared): string {
  const agree = named(compared, 'agree');
  const against = named(compared, 'disagree');
  const head = agree.length === 0 ? 'The best fit' : `Same ${list(agree)}`;
  return against.length === 0 ? `${head}.` : `${head}; other ${list(against)}.`;
}

/** The strongest word against it, in the user's own terms. */
function describeDisagreement(compared: Compared): string {
  const worst = [...compared.comparison.evidence]
    .filter((one) => one.weight < 0)
    .sort((a, b) => a.weight - b.weight || a.name.localeCompare(b.name))
    .slice(0, 2);
  if (worst.length === 0) return 'there is too little to go by';
  return worst.map((one) => `other ${PLAIN[one.name] ?? one.name} (${one.detail})`).join(', ');
}

function named(compared: Compared, verdict: 'agree' | 'disagree'): readonly string[] {
  return compared.comparison.evidence
    .filter((one) => one.verdict === verdict)
    .map((one) => PLAIN[one.name] ?? one.name);
}

function list(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
