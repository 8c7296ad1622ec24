import assert from 'node:assert/strict';
import type { Bench } from '../conformance-bench.js';
import { resetSeen, seenBy } from '../conformance-server.js';
import type { FetcherCase } from '../fetcher-case.js';

/** Only the configured site is contacted, whatever a page says. */
export function hostCases({ server, use }: Bench): readonly FetcherCase[] {
  return [
    {
      name: 'follows redirects and tells the URL that answered',
      run: () =>
        use(async ({ get, at }) => {
          const end = at('/__test/echo?redirected');
          const page = await get(`/__test/redirect-to?url=${encodeURIComponent(end)}`);
          assert.equal(page.status, 200);
          assert.equal(page.url, end);
          const far = await get('/__test/redirect/3');
          assert.equal(far.status, 200);
          assert.notEqual(far.url, at('/__test/redirect/3'));
        }),
    },
    {
      name: 'gives up on redirects that go round in a circle',
      run: () => use(({ fails }) => fails('/__test/redirect-loop', 'FETCH_NETWORK')),
    },
    {
      name: 'does not contact a host that is not configured',
      run: () =>
        nobodyCame(server.otherUrl, () =>
          use(({ fails }) => fails(`${server.otherUrl}/__test/echo`, 'FETCH_HOST_REFUSED')),
        ),
    },
    {
      name: 'does not follow a redirect to a host that is not configured',
      run: () =>
        nobodyCame(server.otherUrl, () => {
          const target = encodeURIComponent(`${server.otherUrl}/__test/echo`);
          return use(({ fails }) => fails(`/__test/redirect-to?url=${target}`, 'FETCH_HOST_REFUSED'));
        }),
    },
    {
      name: 'does not open what is no web address',
      run: () =>
        use(async ({ ending, at }) => {
          const targets = ['file:///', 'data:text/plain,hello', at('/').replace('://', '://dj:secret@')];
          for (const target of targets) assert.equal(await ending(target), 'FETCH_HOST_REFUSED', target);
        }),
    },
  ];
}

async function nobodyCame(origin: string, run: () => Promise<void>): Promise<void> {
  await resetSeen(origin);
  await run();
  assert.deepEqual((await seenBy(origin)).order, [], 'The host was contacted');
}
