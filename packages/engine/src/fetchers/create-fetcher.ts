import { CuePointError, type Fetcher, type FetcherContext, type FetcherPlugin } from '@cuepoint/core';
import { closestName } from '../settings/closest-name.js';

/** Makes a fetcher of one kind. */
type Make = (context: FetcherContext) => Promise<Fetcher>;

/** The built-in fetchers. Each is imported when it is first used. */
const BUILT_IN: Readonly<Record<string, Make>> = {
  sync: async (context) => create((await import('@cuepoint/fetch-sync')).default, context),
  async: async (context) => create((await import('@cuepoint/fetch-async')).default, context),
};

/** Names of the built-in fetchers. */
export const FETCHER_NAMES: readonly string[] = Object.keys(BUILT_IN);

/**
 * Makes a fetcher by its name, with its own default options.
 *
 * @throws {CuePointError} `FETCHER_UNKNOWN` for a name that is not there; `FETCHER_OPTIONS_INVALID`.
 */
export async function createFetcher(name: string, context: FetcherContext): Promise<Fetcher> {
  const make = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
  if (make !== undefined) return make(context);
  const near = closestName(name, FETCHER_NAMES);
  throw new CuePointError('FETCHER_UNKNOWN', `There is no fetcher called "${name}".`, {
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}There are: ${FETCHER_NAMES.join(', ')}.`,
  });
}

async function create<Options>(plugin: FetcherPlugin<Options>, context: FetcherContext): Promise<Fetcher> {
  const options = await plugin.options['~standard'].validate({});
  if (options.issues !== undefined) {
    const faults = options.issues.map((issue) => issue.message).join('; ');
    throw new CuePointError('FETCHER_OPTIONS_INVALID', `The fetcher "${plugin.name}" refuses its options: ${faults}`);
  }
  return plugin.create(options.value, context);
}
