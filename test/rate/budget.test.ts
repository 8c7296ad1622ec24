import { startStandIn } from '@cuepoint/stand-in';
import { expect, it } from 'vitest';
import { smallLibrary } from '../engine/small-library.js';
import { requestFor, runWithFaults } from '../faults/fault-run.js';

it.each(['sync', 'async'])('%s: a bounded run sends no more, and the next one goes on', async (fetcher) => {
  await using library = await smallLibrary(12);
  await using standIn = await startStandIn({ catalogue: library.rows });
  const clean = await runWithFaults(requestFor(library, standIn, 'clean', {}));
  standIn.reset();
  const first = await runWithFaults(requestFor(library, standIn, 'bounded', { fetcher, maxRequests: 7 }));
  expect(standIn.requests).toHaveLength(7);
  expect(first.outcome.counts).toMatchObject({ matched: 7, failed: 5, blocked: 0, unmatched: 0 });
  expect(first.outcome.stopped).toEqual({
    reason: 'budget',
    message:
      'The 7 requests this run may send have been sent. Everything done so far is kept. Run again to go on: what was stored is not asked for again.',
    notReached: 0,
  });
  const second = await runWithFaults(requestFor(library, standIn, 'bounded', { fetcher, maxRequests: 7 }));
  expect(standIn.requests).toHaveLength(12);
  expect(second.outcome.stopped).toBeNull();
  expect(second.tracks).toBe(clean.tracks);
});
