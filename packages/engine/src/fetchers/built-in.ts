import type { FetcherPlugin } from '@cuepoint/core';

/** The fetchers that come with CuePoint. Each is imported when it is first used. */
const BUILT_IN: Readonly<Record<string, () => Promise<FetcherPlugin>>> = {
  sync: async () => (await import('@cuepoint/fetch-sync')).default,
  async: async () => (await import('@cuepoint/fetch-async')).default,
};

/** Names of the built-in fetchers. */
export const FETCHER_NAMES: readonly string[] = Object.keys(BUILT_IN);

/** Names no plug-in may take: those of the built-in fetchers, and those kept for fetchers to come. */
export const RESERVED_NAMES: readonly string[] = ['sync', 'async', 'browser', 'saved', 'auto'];

/** The built-in fetcher of a name, or undefined where there is none. */
export async function builtInFetcher(name: string): Promise<FetcherPlugin | undefined> {
  const load = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
  return load?.();
}
