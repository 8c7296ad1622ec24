import type { CatalogTrack } from '../track/catalog-track.js';
import type { LibraryTrack } from '../track/library-track.js';
import { camelot, keyDistance, parseKey } from '../track/musical-key.js';
import type { Found } from './finding.js';

/** A tempo agrees within this share: analysers differ by less, and the store keeps whole beats only. */
const TEMPO_TOLERANCE = 0.015;

/** Compares the tempi; half and double count are the same tempo. Undefined where either side does not say. */
export function compareTempo(track: LibraryTrack, candidate: CatalogTrack): Found | undefined {
  if (track.bpm === undefined || candidate.bpm === undefined) return undefined;
  const ratio = track.bpm / candidate.bpm;
  const same = [0.5, 1, 2].some((factor) => Math.abs(ratio / factor - 1) <= TEMPO_TOLERANCE);
  const detail = `${track.bpm} against ${candidate.bpm}`;
  return same
    ? { finding: 'bpm.same', verdict: 'agree', detail }
    : { finding: 'bpm.other', verdict: 'disagree', detail };
}

/** Compares the keys on the Camelot wheel. Undefined where either side does not say. */
export function compareKey(track: LibraryTrack, candidate: CatalogTrack): Found | undefined {
  const mine = parseKey(track.tonality);
  if (mine === undefined || candidate.key === undefined) return undefined;
  const apart = keyDistance(mine, candidate.key);
  const detail = `${camelot(mine)} against ${camelot(candidate.key)}`;
  if (apart === 0) return { finding: 'key.same', verdict: 'agree', detail };
  if (apart === 1) return { finding: 'key.near', verdict: 'unknown', detail };
  return { finding: 'key.other', verdict: 'disagree', detail };
}
