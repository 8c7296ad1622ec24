import { describeFetcher } from '@cuepoint/core/testing';
import plugin from '@cuepoint/fetch-browser';
import { startStandIn } from '@cuepoint/stand-in';
import { afterAll, describe, test } from 'vitest';
import { noBrowser } from '../browser/this-browser.js';
import { expectExit } from './expect-exit.js';

const [site, other] = [await startStandIn(), await startStandIn()];
afterAll(() => Promise.all([site.close(), other.close()]));

const SKIPPED = [
  {
    reason:
      'Chromium itself takes a compressed body that ends early for a whole one and tells nobody; ' +
      'a page cut this way has lost its data script, which stands at its end, and counts as one without data',
    tests: ['a compressed body that is cut short is FETCH_NETWORK'],
  },
];

describe.skipIf(noBrowser !== undefined)(`in a real browser${noBrowser === undefined ? '' : ` (${noBrowser})`}`, () => {
  describeFetcher(
    { plugin, server: { url: site.url, otherUrl: other.url }, patienceMs: 30_000, skip: SKIPPED },
    { describe, test },
  );

  test('a program that closes the fetcher ends by itself', () => expectExit('@cuepoint/fetch-browser', site.url));
});
