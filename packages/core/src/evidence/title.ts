import type { Reading, Slots } from '../slots/slots.js';
import { similarity } from '../text/similarity.js';
import type { Found } from './finding.js';
import { titleNumber } from './title-number.js';

/** From here on two titles may be one title, written differently. */
const NEAR = 0.87;
/** Below this they are two titles, and nothing else is worth comparing. */
const WEAK = 0.7;

/** Compares the title stems; a subtitle and a leading article may be missing on either side. */
export function compareTitle(reading: Reading, candidate: Slots): Found {
  const alike = titleSimilarity(reading, candidate);
  const detail = `“${reading.work}” against “${candidate.work}”`;
  if (alike === 1) return { finding: 'title.same', verdict: 'agree', detail };
  if (alike >= NEAR) return { finding: 'title.near', verdict: 'agree', detail };
  if (alike >= WEAK) return { finding: 'title.weak', verdict: 'disagree', detail };
  return { finding: 'title.other', verdict: 'disagree', detail };
}

function titleSimilarity(reading: Reading, candidate: Slots): number {
  if (reading.fullWork === candidate.fullWork) return 1;
  // "Part 1" and "Part 2" are one letter apart, and two works.
  if (areNumberedApart(reading.fullWork, candidate.fullWork)) return 0;
  // One title with a subtitle on one side only is near, and not the same.
  if (reading.work === candidate.work) return NEAR;
  return Math.max(
    similarity(bare(reading.fullWork), bare(candidate.fullWork)),
    similarity(bare(reading.fullWork), bare(candidate.work)),
    similarity(bare(reading.work), bare(candidate.fullWork)),
  );
}

function areNumberedApart(one: string, other: string): boolean {
  const numbers = [titleNumber(one), titleNumber(other)];
  return numbers[0] !== numbers[1] && !numbers.includes(undefined);
}

function bare(folded: string): string {
  return folded.replace(/^(?:the|a) (?=.)/, '').replaceAll(' ', '');
}
