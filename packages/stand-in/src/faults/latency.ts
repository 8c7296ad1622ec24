import type { Latency } from '../settings.js';
import { fraction } from '../text/hash.js';

/**
 * How long the answer to a request waits, in milliseconds: the same for the same seed and position.
 *
 * @param sequence Position among the page and API requests, from 1.
 */
export function latencyOf(latency: Latency, seed: number, sequence: number): number {
  // 0 is left out: its logarithm below would be infinite.
  const one = 1 - fraction(`latency:${seed}:${sequence}`);
  if (latency.model === 'constant') return latency.ms + latency.jitterMs * one;
  if (latency.ms === 0) return 0;
  const other = fraction(`latency-angle:${seed}:${sequence}`);
  const normal = Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other);
  // One standard deviation above the median (five in six answers) is `ms + jitterMs`.
  return latency.ms * Math.exp(normal * Math.log(1 + latency.jitterMs / latency.ms));
}
