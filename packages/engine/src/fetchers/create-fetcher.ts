import { errorCode, errorMessage, type Fetcher, type FetcherContext } from '@cuepoint/core';
import { checkFetcher } from './check-plugin.js';
import { FetcherError } from './fetcher-error.js';
import { checkOptions, type FetcherOptionValues } from './fetcher-options.js';
import { loadFetcher } from './load-fetcher.js';

/**
 * Makes the fetcher that the settings name.
 *
 * @param name Built-in name, package or path.
 * @throws {FetcherError} `FETCHER_UNKNOWN`, `FETCHER_INCOMPATIBLE`, `FETCHER_BROKEN`, `FETCHER_OPTIONS_INVALID`; what a
 *   plug-in throws with a `code` of its own is passed on.
 */
export async function createFetcher(
  name: string,
  options: FetcherOptionValues,
  context: FetcherContext,
): Promise<Fetcher> {
  const plugin = await loadFetcher(name);
  const checked = await checkOptions(plugin, options);
  try {
    const fetcher = await plugin.create(checked, context);
    checkFetcher(fetcher, plugin);
    return fetcher;
  } catch (error) {
    if (errorCode(error) !== undefined) throw error;
    throw new FetcherError('FETCHER_BROKEN', `The fetcher "${plugin.name}" cannot be made: ${errorMessage(error)}`, {
      hint: 'cuepoint fetchers lists its options; --verbose shows where it failed.',
      cause: error,
    });
  }
}
