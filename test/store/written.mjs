/** What the writer writes, so that its reader can tell whether all of it is there. */

/**
 * A body of some kilobytes that does not get much smaller.
 *
 * @param {number} index
 */
export function bodyOf(index) {
  let state = index + 1;
  return Array.from({ length: 2_000 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state.toString(36);
  }).join(' ');
}

/**
 * @param {number} index
 * @returns {import('@cuepoint/store').RecordedResult}
 */
export function resultOf(index) {
  return {
    status: 'unmatched',
    matchScore: 0,
    confidence: null,
    reason: bodyOf(index),
    candidates: [],
    queries: [],
    earlyExit: false,
  };
}
