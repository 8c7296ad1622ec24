import { describeFetcher } from '@cuepoint/core/testing';
import plugin from '@cuepoint/fetch-async';
import { startStandIn } from '@cuepoint/stand-in';
import { afterAll, describe, test } from 'vitest';
import { expectExit } from './expect-exit.js';

const [site, other] = [await startStandIn(), await startStandIn()];
afterAll(() => Promise.all([site.close(), other.close()]));
const server = { url: site.url, otherUrl: other.url };

describeFetcher({ plugin, server }, { describe, test });

describe('with more connections than the run asks for', () => {
  describeFetcher({ plugin, options: { connections: 7 }, server }, { describe, test });
});

test('a program that closes the fetcher ends by itself', () => expectExit('@cuepoint/fetch-async', site.url));
