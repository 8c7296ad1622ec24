/** Finds words that resemble one: longer ones it begins, and those one slip of the finger away. */
export interface NearWords {
  /** At most `mostNearWords` words, never the word itself and none twice; each with how much it counts, 0 to 1. */
  find(word: string): readonly NearWord[];
}

/** A word that resembles the one asked for. */
export interface NearWord {
  readonly word: string;
  /** Share of an exact hit. */
  readonly share: number;
}

/** Shortest word that is allowed to be inexact. */
const shortestInexact = 4;
/** Bounds the work of a query that resembles half the vocabulary ("inte"). */
const mostNearWords = 24;
const beginningShare = 0.35;
const slipShare = 0.3;

/** Prepares a vocabulary. Words that hold a digit (ISRCs, catalogue numbers, years) are only ever found exactly. */
export function openNearWords(vocabulary: Iterable<string>): NearWords {
  const inexact = [...vocabulary].filter((word) => word.length >= shortestInexact && !/\d/.test(word)).sort();
  const buckets = new Map<string, string[]>();
  for (const word of inexact) {
    // A slip is looked for among words with the same first letter, as search engines do, to keep the look-up short.
    const key = `${word.charAt(0)}${word.length}`;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [word]);
    else bucket.push(word);
  }
  const slips = (word: string): readonly string[] =>
    [word.length, word.length - 1, word.length + 1]
      .flatMap((length) => buckets.get(`${word.charAt(0)}${length}`) ?? [])
      .filter((other) => !other.startsWith(word) && isOneSlipAway(word, other));
  return {
    find: (word) => {
      if (word.length < shortestInexact || /\d/.test(word)) return [];
      return [
        ...slips(word).map((other) => ({ word: other, share: slipShare })),
        ...begunBy(inexact, word, mostNearWords).map((other) => ({ word: other, share: beginningShare })),
      ].slice(0, mostNearWords);
    },
  };
}

/** Longer words that begin with one, at most so many. */
function begunBy(sorted: readonly string[], word: string, limit: number): readonly string[] {
  const first = firstAtLeast(sorted, word);
  return sorted.slice(first, first + limit + 1).filter((other) => other !== word && other.startsWith(word));
}

/** Whether two different words differ by one letter added, dropped, changed, or swapped with its neighbour. */
function isOneSlipAway(one: string, other: string): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < shorter.length && shorter[start] === longer[start]) start += 1;
  if (shorter.length < longer.length) return shorter.slice(start) === longer.slice(start + 1);
  if (shorter.slice(start + 1) === longer.slice(start + 1)) return true;
  return (
    shorter[start] === longer[start + 1] &&
    shorter[start + 1] === longer[start] &&
    shorter.slice(start + 2) === longer.slice(start + 2)
  );
}

function firstAtLeast(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
