import assert from 'node:assert/strict';
import type { Bench } from '../conformance-bench.js';
import { resetSeen, seenBy } from '../conformance-server.js';
import type { FetcherCase } from '../fetcher-case.js';

/** As many at once as promised, no more, and each gets its own answer. */
export function concurrencyCases({ server, use, soon, until }: Bench): readonly FetcherCase[] {
  return [
    {
      name: 'gives every request its own answer',
      run: () =>
        use(async ({ fetcher, get }) => {
          const numbers = Array.from({ length: fetcher.concurrency * 3 }, (_, n) => n);
          const pages = await Promise.all(numbers.map((n) => get(`/__test/echo?number=${n}-of-them`)));
          for (const n of numbers)
            assert.ok(pages[n]?.body.includes(`number=${n}-of-them`), `Request ${n} got another answer`);
        }),
    },
    {
      name: 'has as many requests in flight as it has places',
      run: () =>
        use(async ({ fetcher, ending }) => {
          await resetSeen(server.url);
          const stop = new AbortController();
          const places = Array.from({ length: fetcher.concurrency }, (_, n) => n);
          const endings = places.map((n) => ending(`/__test/delay/60000?held=${n}`, { signal: stop.signal }));
          await until(`${fetcher.concurrency} requests are in flight`, async () => {
            return (await seenBy(server.url)).most >= fetcher.concurrency;
          });
          stop.abort();
          await soon('the end of all', Promise.all(endings));
        }),
    },
    {
      name: 'never has more requests in flight than it has places',
      run: () =>
        use(async ({ fetcher, get }) => {
          await resetSeen(server.url);
          const requests = Array.from({ length: fetcher.concurrency * 2 + 1 }, (_, n) =>
            get(`/__test/delay/100?n=${n}`),
          );
          await Promise.all(requests);
          const { most } = await seenBy(server.url);
          assert.ok(most <= fetcher.concurrency, `${most} requests were in flight in ${fetcher.concurrency} places`);
        }),
    },
    {
      name: 'serves requests in the order asked, when it serves one at a time',
      run: () =>
        use(async ({ fetcher, get }) => {
          if (fetcher.concurrency > 1) return;
          await resetSeen(server.url);
          const paths = [30, 0, 20, 10, 0].map((ms, n) => `/__test/delay/${ms}?turn=${n}`);
          const answered: string[] = [];
          await Promise.all(paths.map((path) => get(path).then(() => answered.push(path))));
          assert.deepEqual(answered, paths, 'Order of the answers');
          assert.deepEqual((await seenBy(server.url)).order, paths, 'Order in which the server was asked');
        }),
    },
  ];
}
