import type { FetcherPlugin } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkOptions } from './fetcher-options.js';

const plugin: FetcherPlugin = {
  apiVersion: 1,
  name: 'proxy',
  summary: 'a plug-in with options',
  options: z.strictObject({
    places: z.int().min(1).default(2),
    polite: z.boolean().optional(),
    account: z.string().optional(),
  }),
  create: () => {
    throw new Error('not made in these tests');
  },
};

describe('options of a fetcher', () => {
  it.each([
    [{}, { places: 2 }],
    [{ places: '4' }, { places: 4 }],
    [
      { places: 4, polite: 'true' },
      { places: 4, polite: true },
    ],
    // A name that consists of digits stays a name.
    [
      { places: '4', account: '007' },
      { places: 4, account: '007' },
    ],
    [{ account: 'true' }, { places: 2, account: 'true' }],
  ])('%j become %j', async (given, expected) => {
    expect(await checkOptions(plugin, given)).toEqual(expected);
  });

  it('quotes every fault', async () => {
    await expect(checkOptions(plugin, { places: '0', polite: 'maybe', acount: 'x' })).rejects.toMatchObject({
      code: 'FETCHER_OPTIONS_INVALID',
      message: expect.stringMatching(
        /^The fetcher "proxy" refuses its options: places is "0": .+; polite is "maybe": .+; Unrecognized key: "acount"$/,
      ),
      hint: 'cuepoint fetchers lists the options of each; give one as --fetcher-option name=value.',
    });
  });
});
