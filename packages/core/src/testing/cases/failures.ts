import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Bench } from '../conformance-bench.js';
import type { FetcherCase } from '../fetcher-case.js';

const BROKEN_ANSWERS = [
  ['a body that is cut short', 'truncated'],
  ['a compressed body that is cut short', 'truncated-gzip'],
  ['a connection that is cut in the middle of an answer', 'reset'],
  ['a connection that is cut without an answer', 'reset-at-once'],
] as const;

/** An answer that did not come whole is no answer. */
export function failureCases({ use }: Bench): readonly FetcherCase[] {
  return [
    ...BROKEN_ANSWERS.map(([what, route]) => ({
      name: `${what} is FETCH_NETWORK`,
      run: () =>
        use(async ({ fails, get }) => {
          await fails(`/__test/${route}`, 'FETCH_NETWORK');
          assert.equal((await get('/__test/status/200')).status, 200, 'The fetcher must go on working');
        }),
    })),
    {
      name: 'a server that does not listen is FETCH_NETWORK',
      run: async () => {
        const origin = await originWithoutServer();
        await use(({ fails }) => fails(`${origin}/`, 'FETCH_NETWORK'), { allowedOrigins: [origin] });
      },
    },
  ];
}

/** A port that was free a moment ago. */
async function originWithoutServer(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
}
