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
export function candidateWords(candidate: Candidate): string {
  const { artists, name, mixName } = candidate.track;
  const title = mixName === undefined ? name : `${name} (${mixName})`;
  return joined(printable(artists.map((artist) => artist.name).join(', ')), printable(title));
}

/** "8A", or the store's own spelling, or nothing. */
export function keyWords(candidate: Candidate): string {
  const { key, keyName } = candidate.track;
  return key === undefined ? printable(keyName ?? '') : camelot(key);
}

function joined(artist: string, title: string): string {
  return [artist, title].filter((part) => part !== '').join(' – ');
}
