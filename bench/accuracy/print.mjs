import { figuresOf, SLICES } from './figures.mjs';

/** @typedef {import('./trial.mjs').Tried} Tried */

/**
 * Prints the figures of a trial.
 *
 * @param {{ readonly tried: readonly Tried[], readonly requests: number }} trial
 */
export function printTrial({ tried, requests }) {
  const all = figuresOf(tried);
  row('Tracks', `${all.tracks}: ${all.sold} sold, ${all.tracks - all.sold} not sold or in another version only`);
  for (const [outcome, count] of Object.entries(all.outcomes)) row(`  ${outcome}`, String(count));
  row('Precision of matched', share(all.precision));
  row('Recall of the sold', `${share(all.recall)}; F1 ${all.f1.toFixed(3)}`);
  row('  or right one first in review', share(all.recallWithReview));
  for (const [level, value] of Object.entries(all.confidence)) row(`  precision at ${level}`, share(value));
  row('Sold tracks at high', share(all.soldAtHigh));
  row('In review', share(all.review));
  row('Wrong versions, of the matched', share(all.wrongVersions));
  row('Not sold, and yet matched', share(all.unsoldMatched));
  row(
    'Calibration',
    `expected error ${all.calibration.error.toFixed(4)}, Brier score ${all.calibration.brier.toFixed(4)}`,
  );
  row('Requests per track', (requests / all.tracks).toFixed(3));
  console.log('\nReliability (bins of equal mass)');
  for (const bin of all.calibration.table) {
    row(`  said ${(100 * bin.said).toFixed(1)} %`, `true ${(100 * bin.true).toFixed(1)} %  of ${bin.count}`);
  }
  console.log('\nSlice                               tracks  precision  recall  matched though not sold');
  for (const [name, test] of Object.entries(SLICES)) printSlice(name, tried.filter(test));
  for (const owner of new Set(tried.map(({ truth }) => truth.owner))) {
    printSlice(
      `library ${owner}`,
      tried.filter(({ truth }) => truth.owner === owner),
    );
  }
}

/**
 * Prints the tracks that went wrong, and why.
 *
 * @param {readonly Tried[]} tried
 */
export function printMistakes(tried) {
  console.log('\nWhat went wrong');
  for (const { result, outcome } of tried) {
    if (outcome === 'right' || outcome === 'rightly none') continue;
    const [best] = result.candidates;
    const answer = best === undefined ? 'nothing' : `${best.track.name} (${best.track.mixName ?? 'no mix named'})`;
    console.log(`  ${outcome}: ${result.track.trackId} ${result.track.artist || '∅'} / ${result.track.name}`);
    console.log(`      ${answer} ${result.matchScore.toFixed(1)}: ${result.reason}`);
  }
}

/**
 * @param {string} name
 * @param {readonly Tried[]} tried
 */
function printSlice(name, tried) {
  if (tried.length === 0) return;
  const { tracks, sold, precision, recall, unsoldMatched } = figuresOf(tried);
  const cell = (/** @type {{ share: number }} */ value, /** @type {boolean} */ known) =>
    (known ? value.share.toFixed(3) : '–').padStart(9);
  const matched = tried.some(({ result }) => result.status === 'matched');
  console.log(
    `  ${name.padEnd(34)}${String(tracks).padStart(6)}${cell(precision, matched)}${cell(recall, sold > 0)}${cell(unsoldMatched, sold < tracks)}`,
  );
}

/** @param {{ share: number, hits: number, of: number, low: number, high: number }} value */
function share({ share: value, hits, of, low, high }) {
  return `${value.toFixed(4)}  (${hits} of ${of}; 95 %: ${low.toFixed(3)}–${high.toFixed(3)})`;
}

/**
 * @param {string} name
 * @param {string} value
 */
function row(name, value) {
  console.log(`${name.padEnd(36)}${value}`);
}
