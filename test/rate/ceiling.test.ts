import { type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallLibrary, smallLibrary } from '../engine/small-library.js';
import { requestFor, runWithFaults } from '../faults/fault-run.js';

let library: SmallLibrary;
beforeAll(async () => {
  library = await smallLibrary(16);
});
afterAll(() => library[Symbol.asyncDispose]());

const MAX_RATE = 5;
/**
 * What leaves evenly arrives unevenly where the machine is busy: a first connection that takes 60 ms longer than the
 * rest moves six arrivals into a second that only five departures lie in. The usual margin is for a machine at rest.
 */
const STALL_MS = 250;

/** The most requests that arrived within any second. */
function busiestSecond({ requests }: Pick<StandIn, 'requests'>): number {
  const arrivals = requests.map(({ arrivedAt }) => arrivedAt);
  return Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 1_000).length));
}

/** How many tracks are under way at once, and what the site is like meanwhile. */
const RUNS = [
  { tracks: 1, site: 'a quick site', settings: { latency: { ms: 0 } } },
  { tracks: 5, site: 'a site that fails now and then', settings: { faults: [{ name: 'server-error', rate: 0.15 }] } },
  { tracks: 20, site: 'a site of uneven speed', settings: { latency: { ms: 10, jitterMs: 400 } } },
] as const;

// Beside each other: each run has a site of its own, and spends its time waiting.
it.concurrent.each(RUNS)('$tracks tracks at once over $site: no second holds more', async ({ tracks, settings }) => {
  await using standIn = await startStandIn({ catalogue: library.rows, ...settings });
  const request = requestFor(library, standIn, `at-once-${tracks}`, {
    fetcher: 'async',
    attempts: 10,
    maxConcurrentTracks: tracks,
    maxRate: MAX_RATE,
  });
  const policies = { ...request.policies, rateMarginMs: STALL_MS };
  const { outcome } = await runWithFaults({ ...request, policies });
  expect(outcome.counts.matched).toBe(library.tracks);
  expect(standIn.requests.length).toBeGreaterThanOrEqual(library.tracks);
  expect(busiestSecond(standIn)).toBeLessThanOrEqual(MAX_RATE);
});
