import type { CatalogTrack } from '../track/catalog-track.js';
import type { LibraryTrack } from '../track/library-track.js';
import type { Found } from './finding.js';

/**
 * Compares the lengths. A file can be a cut of a recording, and can hardly be longer than it. Undefined where either side
 * does not say.
 */
export function compareLength(track: LibraryTrack, candidate: CatalogTrack): Found | undefined {
  if (track.durationSeconds === undefined || candidate.lengthMs === undefined) return undefined;
  const theirs = Math.round(candidate.lengthMs / 1000);
  const apart = Math.abs(track.durationSeconds - theirs);
  const detail = `${clock(track.durationSeconds)} against ${clock(theirs)}`;
  if (apart <= 2) return { finding: 'length.same', verdict: 'agree', detail };
  if (apart <= 8) return { finding: 'length.close', verdict: 'agree', detail };
  if (apart <= 25) return { finding: 'length.off', verdict: 'unknown', detail };
  if (apart <= 60) return { finding: 'length.far', verdict: 'disagree', detail };
  const longer = track.durationSeconds > theirs;
  return { finding: longer ? 'length.longer' : 'length.shorter', verdict: 'disagree', detail };
}

/** Seconds as minutes and seconds: "6:04". */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`;
}
