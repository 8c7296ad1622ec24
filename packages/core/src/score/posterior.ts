import type { Recording } from './recordings.js';

/**
 * The probability of each recording among all recordings found *and none of them*, 0–1, in the order given. "None of
 * them" has log-odds 0; a recording's own log-odds are its prior plus its evidence. Two versions that fit equally
 * share the probability, and neither is certain.
 */
export function posterior(recordings: readonly Pick<Recording, 'logOdds'>[]): readonly number[] {
  // Subtracting the largest exponent first keeps exp() from overflowing.
  const top = Math.max(0, ...recordings.map((recording) => recording.logOdds));
  const weights = recordings.map((recording) => Math.exp(recording.logOdds - top));
  const total = weights.reduce((sum, weight) => sum + weight, Math.exp(-top));
  return weights.map((weight) => weight / total);
}
