import type { LibraryTrack } from '@cuepoint/core';
import { hashText } from '../text/packed-text.js';

/** Raised whenever a track's answer depends on other fields, so that nothing recorded under an older rule is found. */
const VERSION = 1;

/** Which fields the answer for a track depends on. Not its number in the export, nor its place in a playlist. */
const READ = {
  trackId: false,
  name: true,
  artist: true,
  album: true,
  remixer: true,
  mix: true,
  label: true,
  genre: false,
  comments: true,
  tonality: true,
  durationSeconds: true,
  bpm: true,
  year: true,
  path: true,
  source: true,
} as const satisfies Readonly<Record<keyof LibraryTrack, boolean>>;

/**
 * What a track is to the matcher, as a short text: equal for tracks that get the same answer, wherever they stand and
 * however often. An export made anew, with other numbers in another order, has the same fingerprints.
 */
export function trackFingerprint(track: LibraryTrack): string {
  const fields: Readonly<Partial<Record<string, unknown>>> = { ...track };
  const read = Object.entries(READ).map(([field, isRead]) => (isRead ? (fields[field] ?? null) : undefined));
  return `${VERSION}:${hashText(JSON.stringify(read)).slice(0, 40)}`;
}
