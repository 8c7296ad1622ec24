import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where CuePoint keeps what outlives a run. Absolute paths; the folders need not exist yet. */
export interface AppFolders {
  /** The config file. */
  readonly config: string;
  /** A user's work: never deleted. */
  readonly data: string;
  /** What can be fetched again: may be deleted at any time. */
  readonly cache: string;
}

/**
 * The platform's own folders for an application, each one replaceable by `CUEPOINT_CONFIG_DIR`,
 * `CUEPOINT_DATA_DIR` and `CUEPOINT_CACHE_DIR` (portable use, tests).
 */
export function appFolders(env: Readonly<Record<string, string | undefined>> = process.env): AppFolders {
  const platform = envPaths('cuepoint', { suffix: '' });
  return {
    // An empty variable counts as unset, here as everywhere.
    config: resolve(env.CUEPOINT_CONFIG_DIR || platform.config),
    data: resolve(env.CUEPOINT_DATA_DIR || platform.data),
    cache: resolve(env.CUEPOINT_CACHE_DIR || platform.cache),
  };
}
