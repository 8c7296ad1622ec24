import { wordsOf } from '../text/words.js';

/** A text of an entry and how much a word found in it counts. The first field of an entry is its title. */
export interface SearchField {
  readonly text: string;
  readonly weight: number;
}

/** Something that can be searched for. */
export interface SearchEntry {
  /** Decides between equals, and gives each entry its few points of difference. */
  readonly id: number;
  readonly fields: readonly SearchField[];
}

/** Where one word occurs: three lists of the same length. */
export interface Posting {
  /** Positions of entries in the list that was indexed, ascending. */
  readonly positions: number[];
  /** What the word counts there: its best field, and a little for the others. */
  readonly weights: number[];
  readonly inTitle: boolean[];
}

/** Lists, for every word, where it occurs. */
export function listPostings(entries: readonly SearchEntry[]): ReadonlyMap<string, Posting> {
  const postings = new Map<string, Posting>();
  entries.forEach((entry, position) => {
    for (const [word, { weight, inTitle }] of occurrences(entry)) {
      let posting = postings.get(word);
      if (posting === undefined) {
        posting = { positions: [], weights: [], inTitle: [] };
        postings.set(word, posting);
      }
      posting.positions.push(position);
      posting.weights.push(weight);
      posting.inTitle.push(inTitle);
    }
  });
  return postings;
}

/** How many different words the title of an entry has. */
export function titleLength(entry: SearchEntry): number {
  return new Set(wordsOf(entry.fields[0]?.text ?? '')).size;
}

function occurrences(entry: SearchEntry): ReadonlyMap<string, { readonly weight: number; readonly inTitle: boolean }> {
  const found = new Map<string, { weight: number; inTitle: boolean }>();
  entry.fields.forEach((field, fieldNumber) => {
    const words = new Set(wordsOf(field.text));
    // A word says more about a short text than about a long one.
    const weight = field.weight / (1 + 0.04 * Math.max(0, words.size - 1));
    for (const word of words) {
      const earlier = found.get(word);
      if (earlier === undefined) found.set(word, { weight, inTitle: fieldNumber === 0 });
      else earlier.weight = Math.max(earlier.weight, weight) + 0.1 * Math.min(earlier.weight, weight);
    }
  });
  return found;
}
