/** What one entry has collected for a query. */
export interface Tally {
  position: number;
  points: number;
  /** Words of the query that hit it. */
  words: number;
  /** Words of its title that the query holds exactly. */
  titleWords: number;
}

/** An entry found, by its position in the list that was indexed. */
export interface Hit {
  readonly position: number;
  readonly score: number;
}

/** Collects the points of one query after another. */
export interface Scoreboard {
  /** Gives points for a word of the query, once: what the same word adds later to the same entry is ignored. */
  add(position: number, wordNumber: number, points: number, isTitleWord: boolean): void;
  /** The best entries, at most `limit`; equal ones in the order they were indexed. Leaves the board clean. */
  take(limit: number, scoreOf: (tally: Readonly<Tally>) => number): readonly Hit[];
}

/** Makes a board for so many entries. Its memory is reused, so that a query costs none per entry. */
export function openScoreboard(entries: number): Scoreboard {
  const points = new Float64Array(entries);
  const lastWord = new Int32Array(entries);
  const words = new Uint16Array(entries);
  const titleWords = new Uint16Array(entries);
  let touched: number[] = [];
  const tally: Tally = { position: 0, points: 0, words: 0, titleWords: 0 };

  const read = (position: number): Readonly<Tally> => {
    tally.position = position;
    tally.points = points[position] ?? 0;
    tally.words = words[position] ?? 0;
    tally.titleWords = titleWords[position] ?? 0;
    return tally;
  };
  const clear = (position: number): void => {
    points[position] = 0;
    lastWord[position] = 0;
    words[position] = 0;
    titleWords[position] = 0;
  };
  return {
    add: (position, wordNumber, more, isTitleWord) => {
      if (lastWord[position] === wordNumber) return;
      if (lastWord[position] === 0) touched.push(position);
      lastWord[position] = wordNumber;
      points[position] = (points[position] ?? 0) + more;
      words[position] = (words[position] ?? 0) + 1;
      if (isTitleWord) titleWords[position] = (titleWords[position] ?? 0) + 1;
    },
    take: (limit, scoreOf) => {
      let kept: Hit[] = [];
      let leastScore = Number.NEGATIVE_INFINITY;
      for (const position of touched) {
        const score = scoreOf(read(position));
        clear(position);
        // "mix" alone hits nearly every track; sorting all of them would cost more than the rest of the query.
        if (score < leastScore) continue;
        kept.push({ position, score });
        if (kept.length < limit * 4) continue;
        kept = kept.sort(byRank).slice(0, limit);
        leastScore = kept.at(-1)?.score ?? leastScore;
      }
      touched = [];
      return kept.sort(byRank).slice(0, limit);
    },
  };
}

function byRank(one: Hit, other: Hit): number {
  return other.score - one.score || one.position - other.position;
}
