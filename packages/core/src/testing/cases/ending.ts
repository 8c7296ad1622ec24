import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Bench, Tested } from '../conformance-bench.js';
import { resetSeen, seenBy } from '../conformance-server.js';
import type { FetcherCase } from '../fetcher-case.js';
import { watchHandles } from '../open-handles.js';

/** Everything can be called off at any moment, and nothing is left behind. */
export function endingCases({ server, use, arrival, soon, until }: Bench): readonly FetcherCase[] {
  /** Occupies every place with a request that will not be answered; gives how they end. */
  async function occupy({ fetcher, ending }: Tested, signal: AbortSignal): Promise<Promise<string>[]> {
    await resetSeen(server.url);
    const endings = Array.from({ length: fetcher.concurrency }, (_, n) =>
      ending(`/__test/delay/60000?held=${n}`, { signal }),
    );
    for (let n = 0; n < fetcher.concurrency; n += 1) await arrival(`held=${n}`);
    return endings;
  }

  async function endsInTheMiddle(path: string): Promise<void> {
    await use(async ({ ending, get }) => {
      await resetSeen(server.url);
      const stop = new AbortController();
      const end = ending(path, { signal: stop.signal });
      await arrival(path);
      stop.abort();
      assert.equal(await soon('the end of the request', end), 'FETCH_ABORTED');
      assert.equal((await get('/__test/status/200')).status, 200, 'The fetcher must go on working');
    });
  }

  return [
    {
      name: 'does not send a request whose signal has fired already',
      run: () =>
        use(async ({ fails }) => {
          await resetSeen(server.url);
          await fails('/__test/echo', 'FETCH_ABORTED', { signal: AbortSignal.abort() });
          assert.deepEqual((await seenBy(server.url)).order, []);
        }),
    },
    {
      name: 'ends a request that waits for a place',
      run: () =>
        use(async (tested) => {
          const stop = new AbortController();
          const held = await occupy(tested, stop.signal);
          const impatient = new AbortController();
          const waiting = tested.ending('/__test/echo?waiting', { signal: impatient.signal });
          impatient.abort();
          assert.equal(await soon('the end of the one that waits', waiting), 'FETCH_ABORTED');
          stop.abort();
          await soon('the end of the others', Promise.all(held));
          await tested.get('/__test/status/200');
          const { order } = await seenBy(server.url);
          assert.ok(!order.some((entry) => entry.includes('waiting')), 'It was sent after all');
        }),
    },
    {
      name: 'ends a request before its answer has begun',
      run: () => endsInTheMiddle('/__test/delay/60000'),
    },
    {
      name: 'ends a request in the middle of its answer',
      run: () => endsInTheMiddle('/__test/drip/20'),
    },
    {
      name: 'ends what is in flight and what waits when it is disposed of',
      run: () =>
        use(async (tested) => {
          const held = await occupy(tested, new AbortController().signal);
          const waiting = tested.ending('/__test/echo?waiting');
          await soon('the fetcher is closed', Promise.resolve(tested.fetcher[Symbol.asyncDispose]()));
          const endings = await soon('the end of all', Promise.all([...held, waiting]));
          assert.deepEqual(new Set(endings), new Set(['FETCH_ABORTED']));
        }),
    },
    {
      name: 'refuses requests after it was disposed of, which may happen twice',
      run: () =>
        use(async ({ fetcher, get, fails }) => {
          await get('/__test/echo');
          await fetcher[Symbol.asyncDispose]();
          await resetSeen(server.url);
          await fails('/__test/echo', 'FETCH_ABORTED');
          await fetcher[Symbol.asyncDispose]();
          assert.deepEqual((await seenBy(server.url)).order, []);
        }),
    },
    {
      name: 'leaves nothing open that keeps the process alive',
      run: async () => {
        const watch = watchHandles();
        try {
          await use(async ({ fetcher, get, ending }) => {
            await Promise.all(Array.from({ length: fetcher.concurrency }, () => get('/__test/echo')));
            await resetSeen(server.url);
            const cutOff = ending('/__test/drip/20');
            await arrival('/__test/drip/20');
            await fetcher[Symbol.asyncDispose]();
            await soon('the end of the request', cutOff);
          });
          await until('its sockets, timers and processes are closed', async () => {
            await nextTurn();
            return watch.stillOpen().length === 0;
          });
        } finally {
          watch.stop();
        }
      },
    },
  ];
}
