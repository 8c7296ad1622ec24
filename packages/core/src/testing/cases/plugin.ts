import assert from 'node:assert/strict';
import type { Bench } from '../conformance-bench.js';
import type { FetcherCase } from '../fetcher-case.js';

/** What a plug-in says of itself. */
export function pluginCases({ plugin, use }: Bench): readonly FetcherCase[] {
  return [
    {
      name: 'the plug-in says what it is',
      run: async () => {
        assert.equal(plugin.apiVersion, 1);
        assert.match(plugin.name, /^[a-z][a-z0-9-]*$/, 'The name must be easy to type: small letters, digits, dashes');
        assert.match(plugin.summary, /^\S.*\S$/, 'The summary is one line of text');
      },
    },
    {
      name: 'the fetcher has the name of its plug-in and a whole number of places',
      run: () =>
        use(async ({ fetcher }) => {
          assert.equal(fetcher.name, plugin.name);
          assert.ok(Number.isInteger(fetcher.concurrency) && fetcher.concurrency >= 1, `${fetcher.concurrency} places`);
        }),
    },
  ];
}
