import type { Reading, Slots } from '../slots/slots.js';
import { coverage } from '../text/similarity.js';
import type { Version } from '../versions/version.js';
import type { Flavour } from '../versions/vocabulary.js';
import type { Found } from './finding.js';

/** Words for one thing: a rework "by X" is sold as a remix and the other way round. */
const KINDS_OF_REMIX: ReadonlySet<Flavour> = new Set(['remix', 'edit', 'rework']);
/** Flavours that are often left out of a name. */
const SOFT: ReadonlySet<Flavour> = new Set(['club', 'vocal', 'remaster']);

/** Compares whose version it is. Undefined where neither side names anybody. */
export function compareRemixer(reading: Reading, candidate: Slots): Found | undefined {
  const mine = reading.version.credit;
  const theirs = candidate.version.credit;
  if (mine.size === 0 && theirs.size === 0) return undefined;
  const detail = `${said(mine)} against ${said(theirs)}`;
  if (mine.size === 0) return { finding: 'remixer.extra', verdict: 'disagree', detail };
  if (theirs.size === 0) return { finding: 'remixer.missing', verdict: 'disagree', detail };
  if (reading.version.cut && begins([...mine], theirs)) return { finding: 'remixer.same', verdict: 'agree', detail };
  const there = coverage([...mine], theirs);
  const back = coverage([...theirs], mine);
  if (Math.min(there, back) >= 0.75) return { finding: 'remixer.same', verdict: 'agree', detail };
  if (Math.max(there, back) >= 0.6) return { finding: 'remixer.partly', verdict: 'unknown', detail };
  return { finding: 'remixer.other', verdict: 'disagree', detail };
}

/** Compares the classes of version: dub, instrumental, extended, radio edit and the rest. */
export function compareVersion(reading: Reading, candidate: Slots): Found {
  const mine = reading.version;
  const theirs = candidate.version;
  const detail = `${describeVersion(mine)} against ${describeVersion(theirs)}`;
  if (mine.cut && isRemixed(theirs)) return { finding: 'version.same', verdict: 'agree', detail };
  const apart = flavoursApart(mine, theirs);
  if (apart.some((flavour) => !SOFT.has(flavour))) return { finding: 'version.other', verdict: 'disagree', detail };
  const length = compareLengthClass(mine, theirs, detail);
  if (apart.length > 0 && length.finding === 'version.same') {
    return { finding: 'version.related', verdict: 'unknown', detail };
  }
  return length;
}

/** What a version is, in words: "remix, extended (victor ruiz)". */
export function describeVersion(version: Version): string {
  const parts: string[] = [...version.flavours];
  if (version.length !== 'unstated') parts.push(version.length === 'short' ? 'radio edit' : version.length);
  return parts.length === 0 ? 'no version named' : parts.join(', ');
}

function compareLengthClass(mine: Version, theirs: Version, detail: string): Found {
  const a = mine.length === 'unstated' && mine.flavours.size > 0 ? 'original' : mine.length;
  const b = theirs.length === 'unstated' ? 'original' : theirs.length;
  if (a === b || (a === 'unstated' && b === 'original')) return { finding: 'version.same', verdict: 'agree', detail };
  if (a === 'short' || b === 'short') return { finding: 'version.shorter', verdict: 'disagree', detail };
  // A track whose tags name no version may be sold as Extended Mix only.
  if (a === 'unstated') return { finding: 'version.maybe-extended', verdict: 'unknown', detail };
  return { finding: 'version.longer', verdict: 'disagree', detail };
}

/** The flavours only one side names; any two kinds of remix count as one, and so does "X Mix" by somebody. */
function flavoursApart(mine: Version, theirs: Version): readonly Flavour[] {
  const apart = [...mine.flavours].filter((flavour) => !theirs.flavours.has(flavour));
  apart.push(...[...theirs.flavours].filter((flavour) => !mine.flavours.has(flavour)));
  return isRemixed(mine) === isRemixed(theirs) ? apart.filter((flavour) => !KINDS_OF_REMIX.has(flavour)) : apart;
}

function isRemixed(version: Version): boolean {
  return version.credit.size > 0 || [...version.flavours].some((flavour) => KINDS_OF_REMIX.has(flavour));
}

/** Whether words of which the last may be cut off are all among others. */
function begins(cut: readonly string[], whole: ReadonlySet<string>): boolean {
  const last = cut.at(-1) ?? '';
  return cut.slice(0, -1).every((word) => whole.has(word)) && [...whole].some((word) => word.startsWith(last));
}

function said(credit: ReadonlySet<string>): string {
  return credit.size === 0 ? 'nobody named' : [...credit].join(' ');
}
