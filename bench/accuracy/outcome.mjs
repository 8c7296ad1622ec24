/**
 * What became of one track, seen from its label.
 *
 * - `right`: matched to an expected id. `wrong version`: matched, to another version of the work.
 * - `wrong track`: matched to another work, though the right one is sold.
 * - `false sibling`, `false unrelated`: matched, though nothing should have been.
 * - `review, right first` / `review, right elsewhere` / `review, wrong`: left to a person.
 * - `missed`: sold, and neither matched nor offered. `rightly none`: not sold, and not matched.
 * - `not answered`: blocked, failed or skipped.
 *
 * @typedef {'right' | 'wrong version' | 'wrong track' | 'false sibling' | 'false unrelated' | 'review, right first' |
 *   'review, right elsewhere' | 'review, wrong' | 'missed' | 'rightly none' | 'not answered'} Outcome
 */

/**
 * @param {Record<string, any>} row - A track of `results.json`.
 * @param {import('./corpus.mjs').Truth} truth
 * @returns {Outcome}
 */
export function outcomeOf(row, truth) {
  const sold = truth.expect.size > 0;
  if (row.status === 'matched') return matchedOutcome(row, truth, sold);
  if (row.status === 'review') return reviewOutcome(row, truth, sold);
  if (sold) return 'missed';
  return row.status === 'unmatched' ? 'rightly none' : 'not answered';
}

/**
 * @param {Record<string, any>} row
 * @param {import('./corpus.mjs').Truth} truth
 * @param {boolean} sold
 * @returns {Outcome}
 */
function matchedOutcome(row, truth, sold) {
  if (isRight(row, truth)) return 'right';
  if (sold) return sameWork(row) ? 'wrong version' : 'wrong track';
  return truth.verdict === 'other_version' ? 'false sibling' : 'false unrelated';
}

/**
 * @param {Record<string, any>} row
 * @param {import('./corpus.mjs').Truth} truth
 * @param {boolean} sold
 * @returns {Outcome}
 */
function reviewOutcome(row, truth, sold) {
  const at = sold ? row.candidates.findIndex((/** @type {any} */ one) => isRight(one, truth)) : -1;
  if (at === 0) return 'review, right first';
  return at > 0 ? 'review, right elsewhere' : 'review, wrong';
}

/**
 * Whether a row or a candidate is the track that was looked for, under any of its ids.
 *
 * @param {Record<string, any>} row
 * @param {import('./corpus.mjs').Truth} truth
 */
export function isRight(row, truth) {
  return [row.beatport_track_id, ...(row.beatport_other_ids ?? [])].some((id) => truth.expect.has(id));
}

/** @param {Record<string, any>} row */
function sameWork(row) {
  const [best] = row.candidates;
  const agrees = (/** @type {string} */ name) =>
    best?.evidence.some((/** @type {any} */ one) => one.name === name && one.verdict === 'agree');
  return agrees('title') && agrees('artists');
}
