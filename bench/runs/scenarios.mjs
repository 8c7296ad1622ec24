/**
 * Whole runs, one at a time and concurrently, side by side.
 *
 * @typedef {object} Scenario
 * @property {string} name
 * @property {number} [tracks] - Of a made library, half of it sold; the sample library where absent.
 * @property {number} latencyMs - Of every answer of the stand-in.
 * @property {string} maxRate - As for `--max-rate`.
 * @property {number} repeats - Of each mode, taken in turns; the median counts.
 * @property {number} [atLeast] - Async must be this many times as fast as sync.
 * @property {boolean} short - Part of `--short`.
 */

/** @type {readonly Scenario[]} */
export const SCENARIOS = [
  // Two hundred tracks: of a few dozen, the first request (alone) and the last tracks weigh too much.
  {
    name: '100 ms, no ceiling',
    tracks: 200,
    latencyMs: 100,
    maxRate: 'unlimited',
    repeats: 1,
    atLeast: 4,
    short: true,
  },
  { name: '100 ms, 4 requests/s (the default)', latencyMs: 100, maxRate: '4', repeats: 1, short: true },
  { name: '20 ms, no ceiling', latencyMs: 20, maxRate: 'unlimited', repeats: 3, short: false },
  { name: '400 ms, no ceiling', latencyMs: 400, maxRate: 'unlimited', repeats: 3, short: false },
];
