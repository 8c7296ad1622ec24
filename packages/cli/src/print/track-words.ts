import { type Candidate, camelot, type TrackResult, type TrackStatus } from '@cuepoint/engine';
import type { Colors } from '../terminal/terminal.js';
import { printable } from './printable.js';

/** Every status with its colour, in the order a summary names them. */
export const STATUS_COLORS = {
  matched: 'green',
  review: 'yellow',
  unmatched: 'gray',
  blocked: 'red',
  failed: 'red',
  skipped: 'gray',
} as const satisfies Readonly<Record<TrackStatus, keyof Colors>>;

/** "Artist – Title" of a library track, as far as it has them. */
export function libraryWords(result: TrackResult): string {
  return joined(printable(result.track.artist), printable(result.track.name)) || '(no title)';
}

/** "Artists – Title (Mix)" of a track in the store. */
export function candidateWords(candidate: Pick<Candidate, 'track'>): string {
  const artists = candidate.track.artists.map((artist) => artist.name).join(', ');
  return joined(printable(artists), versionWords(candidate));
}

/** "8A", or the store's own spelling, or nothing. */
export function keyWords(candidate: Pick<Candidate, 'track'>): string {
  const { key, keyName } = candidate.track;
  return key === undefined ? printable(keyName ?? '') : camelot(key);
}

/** "Title (Mix)" of a track in the store. */
function versionWords({ track: { name, mixName } }: Pick<Candidate, 'track'>): string {
  return printable(mixName === undefined ? name : `${name} (${mixName})`);
}

/** The candidate a result stands for: the match, or the one that a person is asked about. */
export function candidateOf({ match, status, candidates }: TrackResult): Candidate | undefined {
  return match ?? (status === 'review' ? candidates[0] : undefined);
}

/** What came of a track: the match; the candidate as a question; or why there is none, never a wrong track. */
export function outcomeWords(result: TrackResult): string {
  const candidate = candidateOf(result);
  if (candidate !== undefined) return `${result.status === 'review' ? '? ' : ''}${candidateWords(candidate)}`;
  if (result.sibling !== undefined) return `other version: ${versionWords(result.sibling)}`;
  return printable(result.reason);
}

function joined(artist: string, title: string): string {
  return [artist, title].filter((part) => part !== '').join(' – ');
}
