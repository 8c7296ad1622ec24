import type { Reading, Slots } from '../slots/slots.js';
import { coverage } from '../text/similarity.js';
import type { Found } from './finding.js';

/** A name counts as found when this share of its words is: "Dettmann" is not "Marcel Dettmann", but nearly. */
const NAME_FOUND = 0.5;

/**
 * Compares the artists as sets: order, separators and roles carry no meaning, and a remixer or guest may be listed
 * among the artists on one side only. Undefined where the library names nobody: missing is not contradicting.
 */
export function compareArtists(reading: Reading, candidate: Slots): Found | undefined {
  if (reading.artistWords.length === 0 || candidate.artistWords.length === 0) return undefined;
  const there = shareFound(reading.artistWords, candidate.credits);
  const back = shareFound(candidate.artistWords, reading.credits);
  const detail = `${reading.artists.join(', ')} against ${candidate.artists.join(', ')}`;
  if (there === 0 && back === 0) return { finding: 'artists.other', verdict: 'disagree', detail };
  if (Math.min(there, back) === 1 || (there === 1 && back >= 0.5) || (back === 1 && there >= 0.5)) {
    return { finding: 'artists.same', verdict: 'agree', detail };
  }
  return { finding: 'artists.some', verdict: 'agree', detail };
}

function shareFound(names: readonly (readonly string[])[], credits: ReadonlySet<string>): number {
  let found = 0;
  for (const name of names) {
    const share = coverage(name, credits);
    if (share >= NAME_FOUND) found += share;
  }
  return found / names.length;
}
