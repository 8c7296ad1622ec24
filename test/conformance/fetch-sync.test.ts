import { describeFetcher } from '@cuepoint/core/testing';
import plugin from '@cuepoint/fetch-sync';
import { startStandIn } from '@cuepoint/stand-in';
import { afterAll, describe, test } from 'vitest';
import { expectExit } from './expect-exit.js';

const [site, other] = [await startStandIn(), await startStandIn()];
afterAll(() => Promise.all([site.close(), other.close()]));

describeFetcher({ plugin, server: { url: site.url, otherUrl: other.url } }, { describe, test });

test('a program that closes the fetcher ends by itself', () => expectExit('@cuepoint/fetch-sync', site.url));
