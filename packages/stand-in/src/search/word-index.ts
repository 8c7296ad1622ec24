import { fraction } from '../text/hash.js';
import { wordsOf } from '../text/words.js';
import { openNearWords } from './near-words.js';
import { listPostings, type Posting, type SearchEntry, titleLength } from './postings.js';
import { type Hit, openScoreboard, type Tally } from './scoreboard.js';

/** Search over the words of some entries. */
export interface WordIndex {
  /** At most `limit` hits, best first; the same for the same query, always. None when no word hits anything. */
  search(query: string, limit: number): readonly Hit[];
}

/** Points for one rare word in a field of weight 1: puts a good hit between 500 and 1,500, as on the site. */
const pointsPerWord = 28;
/** Part of the score that an entry keeps however small a part of the query it answers. */
const partialFloor = 0.55;
/** An entry whose whole title is in the query is meant more often than one with a longer title. */
const wholeTitleFactor = 1.2;
/** Equal works differ by a few points on the site. */
const mostJitterPoints = 3;

/** Indexes entries by their words. */
export function indexWords(entries: readonly SearchEntry[]): WordIndex {
  const postings = listPostings(entries);
  const nearWords = openNearWords(postings.keys());
  const board = openScoreboard(entries.length);
  const titleLengths = entries.map(titleLength);
  const jitter = entries.map((entry) => fraction(`jitter:${entry.id}`) * mostJitterPoints);

  const rarity = (posting: Posting): number => Math.log(1 + entries.length / posting.positions.length);

  const addWord = (word: string, wordNumber: number): void => {
    const exact = postings.get(word);
    // A rare word that only resembles the one asked for must not count more than that one.
    const most = exact === undefined ? Number.POSITIVE_INFINITY : rarity(exact);
    for (const near of [{ word, share: 1 }, ...nearWords.find(word)]) {
      const posting = postings.get(near.word);
      if (posting === undefined) continue;
      const points = pointsPerWord * near.share * Math.min(most, rarity(posting));
      for (let index = 0; index < posting.positions.length; index += 1) {
        const isTitleWord = near.share === 1 && posting.inTitle[index] === true;
        board.add(posting.positions[index] ?? 0, wordNumber, points * (posting.weights[index] ?? 0), isTitleWord);
      }
    }
  };

  const scoreOf = ({ position, points, words, titleWords }: Readonly<Tally>, asked: number): number => {
    const answered = partialFloor + ((1 - partialFloor) * words) / asked;
    const wholeTitle = titleWords === titleLengths[position] ? wholeTitleFactor : 1;
    const score = points * answered * wholeTitle + (jitter[position] ?? 0);
    return Math.round(score * 10_000) / 10_000;
  };

  return {
    search: (query, limit) => {
      const words = [...new Set(wordsOf(query))];
      words.forEach((word, index) => {
        addWord(word, index + 1);
      });
      return board.take(limit, (tally) => scoreOf(tally, words.length));
    },
  };
}
