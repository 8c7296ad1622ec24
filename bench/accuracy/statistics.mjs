/**
 * The Wilson score interval of a share, 95 %: unlike the plain one it stays within 0–1 and holds for small counts.
 *
 * @param {number} hits
 * @param {number} of
 * @returns {{ share: number, hits: number, of: number, low: number, high: number }}
 */
export function wilson(hits, of) {
  if (of === 0) return { share: 0, hits, of, low: 0, high: 1 };
  const z = 1.959964;
  const share = hits / of;
  const spread = 1 + (z * z) / of;
  const middle = (share + (z * z) / (2 * of)) / spread;
  const half = (z / spread) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { share, hits, of, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * How honest a score is, over the top candidate of every track.
 *
 * @param {readonly { score: number, right: boolean }[]} answers - Scores 0–100.
 * @param {number} [bins] - Of equal mass.
 */
export function calibration(answers, bins = 10) {
  const sorted = [...answers].sort((a, b) => a.score - b.score);
  const brier = mean(sorted.map(({ score, right }) => (score / 100 - (right ? 1 : 0)) ** 2));
  const table = [];
  for (let bin = 0; bin < bins; bin += 1) {
    const part = sorted.slice(Math.floor((bin * sorted.length) / bins), Math.floor(((bin + 1) * sorted.length) / bins));
    if (part.length === 0) continue;
    table.push({
      count: part.length,
      said: mean(part.map(({ score }) => score / 100)),
      true: mean(part.map(({ right }) => (right ? 1 : 0))),
    });
  }
  const error = table.reduce((sum, row) => sum + (row.count / sorted.length) * Math.abs(row.said - row.true), 0);
  return { brier, error, table };
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
