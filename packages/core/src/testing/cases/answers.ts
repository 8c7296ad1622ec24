import assert from 'node:assert/strict';
import { type Bench, CONFORMANCE_USER_AGENT } from '../conformance-bench.js';
import type { FetcherCase } from '../fetcher-case.js';

/** The text that the encoded pages of the test server hold. */
const TEXT = 'Zoë ✓ Ødegaard';

/** What comes back is what was sent. */
export function answerCases({ plugin, use }: Bench): readonly FetcherCase[] {
  return [
    ...[200, 404, 429, 503].map((status) => ({
      name: `passes on status ${status}`,
      run: () =>
        use(async ({ get, at }) => {
          const path = `/__test/status/${status}`;
          const page = await get(path);
          assert.equal(page.status, status);
          assert.equal(page.url, at(path));
          assert.equal(page.fetchedBy, plugin.name);
        }),
    })),
    {
      name: 'gives the headers of the answer, names in lower case',
      run: () =>
        use(async ({ get }) => {
          const { headers } = await get('/__test/charset/latin1');
          assert.match(headers['content-type'] ?? '', /charset/i);
          for (const [name, value] of Object.entries(headers)) {
            assert.equal(name, name.toLowerCase());
            assert.equal(typeof value, 'string', `Header ${name}`);
          }
        }),
    },
    ...['identity', 'gzip', 'deflate', 'br'].map((encoding) => ({
      name: `reads a body in ${encoding}`,
      run: () =>
        use(async ({ get }) => {
          const page = await get(`/__test/encoded/${encoding}`);
          assert.ok(page.body.includes(TEXT), `The body is ${JSON.stringify(page.body)}`);
          assert.equal(page.timing.bodyBytes, Buffer.byteLength(page.body), 'Bytes are counted after decompression');
        }),
    })),
    {
      name: 'reads a body in the charset it names',
      run: () =>
        use(async ({ get }) => {
          const { body } = await get('/__test/charset/latin1');
          assert.ok(body.includes('Zoë'), `The body is ${JSON.stringify(body)}`);
        }),
    },
    {
      name: 'sends the User-Agent it was given',
      run: () =>
        use(async ({ get }) => {
          const { body } = await get('/__test/echo');
          assert.ok(body.includes(CONFORMANCE_USER_AGENT), `The server got ${body}`);
        }),
    },
    {
      name: 'sends the headers of the request',
      run: () =>
        use(async ({ fetcher, at }) => {
          const headers = { 'x-cuepoint-test': 'a value of its own' };
          const { body } = await fetcher.fetch({ url: at('/__test/echo'), kind: 'api', headers });
          assert.ok(body.includes('a value of its own'), `The server got ${body}`);
        }),
    },
  ];
}
