/**
 * What became of one track, seen from its label.
 *
 * - `right`: matched to an expected id. `wrong version`: matched, to another version of the work.
 * - `wrong track`: matched to another work, though the right one is sold.
 * - `false sibling`, `false unrelated`: matched, though nothing should have been.
 * - `review, right first` / `review, right elsewhere` / `review, wrong`: left to a person.
 * - `missed`: sold, and neither matched nor offered. `rightly none`: not sold, and not matched.
 * - `not answered`: not sold, and blocked, failed or skipped.
 *
 * @typedef {'right' | 'wrong version' | 'wrong track' | 'false sibling' | 'false unrelated' | 'review, right first' |
 *   'review, right elsewhere' | 'review, wrong' | 'missed' | 'rightly none' | 'not answered'} Outcome
 *
 * @typedef {import('@cuepoint/core').TrackResult} TrackResult
 * @typedef {import('@cuepoint/core').Candidate} Candidate
 * @typedef {import('./corpus.mjs').Truth} Truth
 */

/**
 * @param {TrackResult} result
 * @param {Truth} truth
 * @returns {Outcome}
 */
export function outcomeOf(result, truth) {
  if (result.status === 'matched') return matchedOutcome(result, truth);
  if (result.status === 'review') return reviewOutcome(result, truth);
  if (truth.expect.size > 0) return 'missed';
  return result.status === 'unmatched' ? 'rightly none' : 'not answered';
}

/**
 * Whether a candidate is the recording that was looked for, under any of its ids.
 *
 * @param {Candidate | undefined} candidate
 * @param {Truth} truth
 */
export function isRight(candidate, truth) {
  if (candidate === undefined) return false;
  return [candidate.track.id, ...candidate.otherIds].some((id) => truth.expect.has(id));
}

/**
 * @param {TrackResult} result
 * @param {Truth} truth
 * @returns {Outcome}
 */
function matchedOutcome({ match }, truth) {
  if (isRight(match, truth)) return 'right';
  if (truth.expect.size > 0) return sameWork(match) ? 'wrong version' : 'wrong track';
  return truth.verdict === 'other_version' ? 'false sibling' : 'false unrelated';
}

/**
 * @param {TrackResult} result
 * @param {Truth} truth
 * @returns {Outcome}
 */
function reviewOutcome({ candidates }, truth) {
  const at = candidates.findIndex((candidate) => isRight(candidate, truth));
  if (at === 0) return 'review, right first';
  return at > 0 ? 'review, right elsewhere' : 'review, wrong';
}

/** @param {Candidate | undefined} match */
function sameWork(match) {
  const agrees = (/** @type {string} */ name) =>
    match?.evidence.some((one) => one.name === name && one.verdict === 'agree');
  return agrees('title') && agrees('artists');
}
