import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { describeFetcher } from '@cuepoint/core/testing';
import { startStandIn } from '@cuepoint/stand-in';
import plugin from '../index.js';

const [site, other] = [await startStandIn(), await startStandIn()];
after(() => Promise.all([site.close(), other.close()]));

describeFetcher(
  {
    plugin,
    server: { url: site.url, otherUrl: other.url },
    skip: [
      {
        reason:
          'the fetch of Node takes a gzip stream that breaks off for a whole one, and hides the bytes that would tell',
        tests: ['a compressed body that is cut short is FETCH_NETWORK'],
      },
    ],
  },
  { describe, test },
);

test('refuses an option it does not have', async () => {
  const checked = await plugin.options['~standard'].validate({ langauge: 'de' });
  assert.deepEqual(
    checked.issues?.map(({ message }) => message),
    ['Unrecognized key: "langauge"'],
  );
});
