import { cleanText } from '../text/clean.js';
import { fold } from '../text/fold.js';
import { cutOffVersion, mergeVersions, parseVersion, UNSTATED, type Version } from '../versions/version.js';
import { splitCredits } from './artists.js';
import { type Bracket, splitBrackets } from './brackets.js';
import { isJunkBracket } from './junk.js';

/** A title taken apart. */
export interface TitleSlots {
  /** The title stem, as written. */
  readonly work: string;
  /** What stands in brackets and is neither version nor credit nor junk: "Push The Tempo". */
  readonly subtitle: string;
  readonly featured: readonly string[];
  readonly version: Version;
}

/** "(with You)" and "(With a View)" are subtitles. */
const FEATURE_INSIDE =
  /^(?:(?:feat|ft|featuring|con)\b|w\/|with\b(?!\s+(?:you|me|us|him|her|them|my|your|an?|or|no)\b))\.?\s*/i;
const FEATURE_OUTSIDE = /(?:^|\s+)(?:feat|ft|featuring)\b\.?\s+(.+)$/i;
const BARE_VERSION =
  /\s+((?:original|extended|radio|club|dub|instrumental)\s+(?:mix|edit|version|cut)|extended|vip|v[234]|dub mix|instrumental)$/i;

/** Takes a title apart into work, subtitle, featured artists and version. Never throws; junk is dropped. */
export function parseTitle(text: string): TitleSlots {
  const { outside, brackets } = splitBrackets(cleanText(text));
  const inside = readBrackets(brackets);
  const dashed = splitTrailingVersion(outside);
  const bare = splitBareVersion(dashed.work.replace(FEATURE_OUTSIDE, ''));
  const version = [dashed.version, bare.version].reduce(mergeVersions, inside.version);
  const featured = [...inside.featured, ...featuredIn(dashed.work)];
  const work = bare.work.replace(/^[\s\-"]+|[\s\-"]+$/g, '');
  if (work !== '') return { work, subtitle: inside.subtitles.join(' '), featured, version };
  // "(Untitled)": everything stood in brackets, so the first is the title after all, whatever it looks like.
  const stem = inside.subtitles[0] ?? (outside || (brackets[0]?.text ?? ''));
  return { work: stem, subtitle: inside.subtitles.slice(1).join(' '), featured, version };
}

/** Who is featured, where a text is nothing but a credit: the mix name "feat. Muki". */
export function featuredIn(text: string): readonly string[] {
  const feature = FEATURE_OUTSIDE.exec(text);
  return feature ? splitCredits(feature[1] ?? '') : [];
}

interface Inside {
  readonly featured: readonly string[];
  readonly subtitles: readonly string[];
  readonly version: Version;
}

/** Tells for each bracket what it is: a credit, a version, junk, or part of the title. */
function readBrackets(brackets: readonly Bracket[]): Inside {
  const featured: string[] = [];
  const subtitles: string[] = [];
  let version = UNSTATED;
  for (const bracket of brackets) {
    const feature = FEATURE_INSIDE.exec(bracket.text);
    const named = feature ? undefined : versionOf(dubplate(bracket.text), bracket.open);
    if (feature) featured.push(...splitCredits(bracket.text.slice(feature[0].length)));
    else if (named !== undefined) version = mergeVersions(version, named);
    else if (bracket.kind === 'round' && !isJunkBracket(bracket.text)) subtitles.push(bracket.text);
  }
  return { featured, subtitles, version };
}

interface Split {
  readonly work: string;
  readonly version: Version;
}

/** "Arya Tara original mix", "Netherworld VIP". */
function splitBareVersion(text: string): Split {
  const bare = BARE_VERSION.exec(text);
  const version = bare ? parseVersion(bare[1] ?? '') : undefined;
  return bare && version !== undefined
    ? { work: text.slice(0, bare.index), version }
    : { work: text, version: UNSTATED };
}

/** "(Critter Special)" is a VIP cut for somebody; "(Something Special)" is a subtitle. */
function dubplate(text: string): string {
  const special =
    /^(?!(?:something|nothing|so|very|extra|more|feel|be|my|your|that|this|a)\b)(.+)\sspecial(?=$|\s\d{4}$)/i;
  return text.replace(special, '$1 VIP');
}

/**
 * A cut-off bracket names a version whole when its last word begins the word for one ("(Solomun r", "(Kassian Re"), and
 * in part otherwise ("(Ottoline G").
 */
function versionOf(text: string, open: boolean): Version | undefined {
  const version = parseVersion(text);
  if (version !== undefined || !open) return version;
  const cut = /^(.*\S)\s+(r|re|rem|remi|m|mi|e|ed|edi|ex|ext|exte|exten|extend|extende|o|or|ori|orig|origi)$/i.exec(
    text,
  );
  if (cut === null) return isJunkBracket(text) ? undefined : cutOffVersion(text);
  const ending = (cut[2] ?? '').toLowerCase();
  const word = ['remix', 'mix', 'extended mix', 'edit', 'original mix'].find((full) => full.startsWith(ending));
  return word === undefined ? undefined : parseVersion(`${cut[1]} ${word}`);
}

/** "Cinema - Skrillex Remix", "Heart of Gold - 2009 Remaster". */
function splitTrailingVersion(text: string): Split {
  const at = text.lastIndexOf(' - ');
  const whole = { work: text, version: UNSTATED };
  if (at <= 0) return whole;
  const tail = text.slice(at + 3);
  const version = parseVersion(tail);
  // "Witchdance - Dub" names a version; "Artist - The Dub Of All Dubs" has too many words of its own.
  if (version === undefined || fold(tail).split(' ').length > 7) return whole;
  return { work: text.slice(0, at), version };
}
