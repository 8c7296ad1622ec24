import assert from 'node:assert/strict';
import type { PageTiming } from '../../contracts/fetcher.js';
import type { Bench } from '../conformance-bench.js';
import type { FetcherCase } from '../fetcher-case.js';

/** Timers may fire this much early, and clocks are rounded. */
const SLACK_MS = 2;

/** Times are what they say. */
export function timingCases({ use }: Bench): readonly FetcherCase[] {
  return [
    {
      name: 'measures times on the monotonic clock and the size of the body',
      run: () =>
        use(async ({ get }) => {
          const before = performance.now();
          const { timing } = await get('/__test/delay/100');
          const after = performance.now();
          assert.ok(timing.startedAt >= before, 'startedAt lies before the request');
          assert.ok(timing.startedAt + timing.networkMs <= after + SLACK_MS, 'networkMs lasts longer than the request');
          assert.ok(timing.networkMs >= 100 - SLACK_MS, `networkMs is ${timing.networkMs}, the server alone took 100`);
          assertParts(timing);
          const large = await get('/__test/big/54321');
          assert.equal(large.timing.bodyBytes, 54_321);
          assertParts(large.timing);
        }),
    },
    {
      name: 'does not count the wait for a place as time on the network',
      run: () =>
        use(async ({ fetcher, get }) => {
          const places = fetcher.concurrency;
          const requests = Array.from({ length: places + 1 }, (_, n) => get(`/__test/delay/200?n=${n}`));
          const timings = (await Promise.all(requests)).map((page) => page.timing);
          const firstEnd = Math.min(...timings.map((timing) => timing.startedAt + timing.networkMs));
          const lastStart = Math.max(...timings.map((timing) => timing.startedAt));
          assert.ok(
            lastStart >= firstEnd - SLACK_MS,
            `The last began ${firstEnd - lastStart} ms before there was a place`,
          );
        }),
    },
  ];
}

/** The parts are there or not, but they are not negative and not longer than the whole. */
function assertParts(timing: PageTiming): void {
  for (const [part, value] of Object.entries(timing)) {
    assert.ok(Number.isFinite(value) && value >= 0, `${part} is ${value}`);
  }
  const { networkMs, connectMs = 0, firstByteMs = 0, bodyMs = 0 } = timing;
  assert.ok(firstByteMs <= networkMs + SLACK_MS, `firstByteMs is ${firstByteMs}, networkMs ${networkMs}`);
  assert.ok(connectMs <= networkMs + SLACK_MS, `connectMs is ${connectMs}, networkMs ${networkMs}`);
  assert.ok(firstByteMs + bodyMs <= networkMs + SLACK_MS, `firstByteMs and bodyMs are longer than networkMs`);
}
