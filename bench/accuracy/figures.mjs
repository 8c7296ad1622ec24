import { isRight } from './outcome.mjs';
import { calibration, wilson } from './statistics.mjs';

/** @typedef {import('./trial.mjs').Tried} Tried */

/**
 * The figures of a set of tracks. Shares come with their Wilson interval, 95 %.
 *
 * @param {readonly Tried[]} tried
 */
export function figuresOf(tried) {
  const count = (/** @type {(one: Tried) => boolean} */ test) => tried.filter(test).length;
  const sold = count(({ truth }) => truth.expect.size > 0);
  const matched = count(({ result }) => result.status === 'matched');
  const right = count(({ outcome }) => outcome === 'right');
  const first = right + count(({ outcome }) => outcome === 'review, right first');
  const precision = wilson(right, matched);
  const recall = wilson(right, sold);
  const both = precision.share + recall.share;
  return {
    tracks: tried.length,
    sold,
    outcomes: countBy(tried.map(({ outcome }) => outcome)),
    precision,
    recall,
    recallWithReview: wilson(first, sold),
    f1: both === 0 ? 0 : (2 * precision.share * recall.share) / both,
    review: wilson(
      count(({ result }) => result.status === 'review'),
      tried.length,
    ),
    wrongVersions: wilson(
      count(({ outcome }) => outcome === 'wrong version'),
      matched,
    ),
    unsoldMatched: wilson(
      count(({ outcome }) => outcome.startsWith('false')),
      tried.length - sold,
    ),
    high: wilson(
      count(({ result, outcome }) => result.confidence === 'high' && outcome === 'right'),
      count(({ result }) => result.confidence === 'high'),
    ),
    soldAtHigh: wilson(
      count(({ result, truth }) => result.confidence === 'high' && truth.expect.size > 0),
      sold,
    ),
    confidence: Object.fromEntries(
      ['high', 'medium', 'low'].map((level) => {
        const of = tried.filter(({ result }) => result.confidence === level);
        return [level, wilson(of.filter(({ outcome }) => outcome === 'right').length, of.length)];
      }),
    ),
    calibration: calibration(
      tried
        .filter(({ result }) => result.candidates.length > 0)
        .map(({ result, truth }) => ({ score: result.matchScore, right: isRight(result.candidates[0], truth) })),
    ),
  };
}

/**
 * Parts of the corpus that go wrong in ways of their own.
 *
 * @type {Readonly<Record<string, (one: Tried) => boolean>>}
 */
export const SLICES = {
  'artist empty': ({ result }) => result.track.artist.trim() === '',
  'version named': ({ result }) => VERSION.test(result.track.name),
  'no version named': ({ result }) => !VERSION.test(result.track.name),
  remix: ({ result }) => /remix|rmx|rework/i.test(`${result.track.name} ${result.track.remixer}`),
  featuring: ({ result }) => /\b(?:feat|ft|featuring)\b/i.test(`${result.track.artist} ${result.track.name}`),
  'not sold': ({ truth }) => truth.verdict === 'not_sold',
  'only another version sold': ({ truth }) => truth.verdict === 'other_version',
};

const VERSION = /\b(?:mix|remix|rmx|edit|dub|vip|version|rework|extended|instrumental|bootleg|remaster(?:ed)?)\b/i;

/** @param {readonly string[]} names */
function countBy(names) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
