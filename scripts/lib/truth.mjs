/**
 * One line of a truth file: what a person says of a track.
 *
 * @typedef {object} Truth
 * @property {string} track_id The library's own id.
 * @property {'sold' | 'not_sold' | 'other_version'} verdict
 * @property {readonly number[]} expect Catalogue ids that are right.
 *
 * The part of a row of `results.json` that is judged.
 *
 * @typedef {object} Row
 * @property {string} track_id
 * @property {string} title
 * @property {string} artist
 * @property {string} status
 * @property {number | null} [beatport_track_id]
 * @property {readonly number[]} [beatport_other_ids]
 *
 * @typedef {'found' | 'left' | 'open' | 'missed' | 'wrong' | 'unanswered'} Judgement
 */

/**
 * Judges every track that the truth file names, once, however many playlists it is in.
 *
 * - `found`: matched to a right id. `left`: not sold here, and rightly not matched.
 * - `open`: sold, and put before a person. `missed`: sold, and not seen. `wrong`: matched to another recording.
 * - `unanswered`: sold, and blocked, failed or skipped; or not sold, and blocked or failed.
 *
 * @param {readonly Row[]} rows
 * @param {readonly Truth[]} truths
 * @returns {Record<Judgement, readonly Row[]>}
 */
export function judgeAll(rows, truths) {
  const byId = new Map(rows.map((row) => [row.track_id, row]));
  const judged = /** @type {Record<Judgement, Row[]>} */ ({
    ...{ found: [], left: [], open: [], missed: [], wrong: [], unanswered: [] },
  });
  for (const truth of truths) {
    const row = byId.get(truth.track_id);
    if (row !== undefined) judged[judge(row, truth)].push(row);
  }
  return judged;
}

/**
 * @param {Row} row
 * @param {Truth} truth
 * @returns {Judgement}
 */
function judge(row, truth) {
  const sold = truth.verdict === 'sold';
  if (row.status === 'matched') {
    const ids = [row.beatport_track_id, ...(row.beatport_other_ids ?? [])];
    return sold && ids.some((id) => truth.expect.includes(Number(id))) ? 'found' : 'wrong';
  }
  if (row.status === 'review') return sold ? 'open' : 'left';
  if (row.status === 'unmatched') return sold ? 'missed' : 'left';
  return row.status === 'skipped' && !sold ? 'left' : 'unanswered';
}

/**
 * The lines of a JSON Lines text.
 *
 * @param {string} text
 */
export function parseLines(text) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}
