import assert from 'node:assert/strict';
import type { Bench } from '../conformance-bench.js';
import type { FetcherCase } from '../fetcher-case.js';

const LIMIT = 100_000;

/** A body has a largest size, an attempt a longest time. */
export function limitCases({ use }: Bench): readonly FetcherCase[] {
  return [
    {
      name: 'reads a body as large as the limit and refuses a larger one',
      run: () =>
        use(
          async ({ get, fails }) => {
            const page = await get(`/__test/big/${LIMIT}`);
            assert.equal(page.timing.bodyBytes, LIMIT);
            await fails(`/__test/big/${LIMIT + 1}`, 'FETCH_TOO_LARGE');
          },
          { maxBodyBytes: LIMIT },
        ),
    },
    {
      // Compressed it is smaller than the limit, so that only what it unpacks to can give it away.
      name: 'refuses a small body that unpacks to a large one',
      run: () => use(({ fails }) => fails('/__test/bomb/50000000', 'FETCH_TOO_LARGE'), { maxBodyBytes: LIMIT }),
    },
    ...(
      [
        ['an answer that does not begin', 'delay/60000'],
        // A byte comes every 20 ms: a limit on silence alone would never end it.
        ['an answer that does not end', 'drip/20'],
      ] as const
    ).map(([what, route]) => ({
      name: `${what} in time is FETCH_TIMEOUT`,
      run: () =>
        use(
          async ({ fails, get }) => {
            await fails(`/__test/${route}`, 'FETCH_TIMEOUT');
            assert.equal((await get('/__test/status/200')).status, 200, 'The fetcher must go on working');
          },
          { timeoutMs: 500 },
        ),
    })),
    {
      name: 'does not count the wait for a place as time of the attempt',
      run: () =>
        use(
          async ({ fetcher, get }) => {
            const requests = Array.from({ length: fetcher.concurrency * 2 }, (_, n) => get(`/__test/delay/900?n=${n}`));
            for (const page of await Promise.all(requests)) assert.equal(page.status, 200);
          },
          { timeoutMs: 1_500 },
        ),
    },
  ];
}
