import {
  type Compared,
  camelot,
  clock,
  describeVersion,
  type Explanation,
  type LibraryTrack,
  parseKey,
  type Reading,
} from '@cuepoint/engine';

/** A row of the comparison: what is compared, and how either side has it. Empty where a side does not say. */
export interface Aspect {
  /** Name of the evidence. */
  readonly evidence: string;
  readonly title: string;
  mine(track: LibraryTrack, reading: Reading, identifiers: Explanation['identifiers']): string;
  theirs(candidate: Compared): string;
}

/** In the order in which a person would look. */
export const ASPECTS: readonly Aspect[] = [
  {
    evidence: 'title',
    title: 'Title',
    mine: (_track, reading) => reading.title,
    theirs: ({ track }) => track.name,
  },
  {
    evidence: 'artists',
    title: 'Artists',
    mine: (_track, { artists, featured }) => withGuests(artists, featured),
    theirs: ({ slots }) => withGuests(slots.artists, slots.featured),
  },
  {
    evidence: 'remixer',
    title: 'Remixer',
    mine: (_track, { version }) => [...version.credit].join(' '),
    theirs: ({ track, slots }) =>
      track.remixers.map(({ name }) => name).join(', ') || [...slots.version.credit].join(' '),
  },
  {
    evidence: 'version',
    title: 'Version',
    mine: (_track, { version }) => describeVersion(version),
    theirs: ({ slots }) => describeVersion(slots.version),
  },
  {
    evidence: 'length',
    title: 'Length',
    mine: ({ durationSeconds }) => (durationSeconds === undefined ? '' : clock(durationSeconds)),
    theirs: ({ track: { lengthMs } }) => (lengthMs === undefined ? '' : clock(Math.round(lengthMs / 1000))),
  },
  {
    evidence: 'bpm',
    title: 'Tempo',
    mine: ({ bpm }) => String(bpm ?? ''),
    theirs: ({ track: { bpm } }) => String(bpm ?? ''),
  },
  {
    evidence: 'key',
    title: 'Key',
    mine: ({ tonality }) => onWheel(parseKey(tonality), tonality),
    theirs: ({ track: { key, keyName } }) => onWheel(key, keyName ?? ''),
  },
  {
    evidence: 'label',
    title: 'Label',
    mine: ({ label }) => label,
    theirs: ({ track: { label } }) => label ?? '',
  },
  {
    evidence: 'year',
    title: 'Year',
    mine: ({ year }) => String(year ?? ''),
    theirs: ({ track: { releaseDate } }) => releaseDate?.slice(0, 4) ?? '',
  },
  {
    evidence: 'release',
    title: 'Release',
    mine: ({ album }) => album,
    theirs: ({ track: { releaseName } }) => releaseName ?? '',
  },
  {
    evidence: 'identifier',
    title: 'Number',
    mine: (_track, _reading, { trackId, isrc }) => [trackId ?? '', isrc ?? ''].join(' ').trim(),
    theirs: ({ track: { id, isrc } }) => `${id} ${isrc ?? ''}`.trim(),
  },
];

/** "A, B feat. C". */
export function withGuests(artists: readonly string[], featured: readonly string[]): string {
  const main = artists.join(', ');
  return featured.length === 0 ? main : `${main} feat. ${featured.join(', ')}`.trim();
}

/** "8A (A Minor)": as it is compared, and as it is written. */
function onWheel(key: ReturnType<typeof parseKey>, written: string): string {
  if (key === undefined) return written;
  const place = camelot(key);
  return written === '' || written.toUpperCase() === place ? place : `${place} (${written})`;
}
