import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode } from '@cuepoint/core';
import { roleOfFile } from '@cuepoint/store';
import { openTokenFile } from '../access/index.js';
import type { AppFolders } from '../folders/app-folders.js';
import { configFilePath } from '../settings/config-file.js';

/** What a file that outlives a run is for. */
export type KeptUse = 'config' | 'token' | 'data' | 'cache';

/** A file of CuePoint that is there. */
export interface KeptFile {
  readonly use: KeptUse;
  /** Absolute path. */
  readonly path: string;
  /** Its size; of a link, that of the link. */
  readonly bytes: number;
}

/** Where CuePoint keeps something, whether or not anything is there yet. */
export interface KeptPlace {
  readonly use: KeptUse;
  /** Absolute path: of a file for `config` and `token`, of a folder for `data` and `cache`. */
  readonly path: string;
  /** The files of CuePoint that are there, by name; none before the first use. */
  readonly files: readonly KeptFile[];
  /** Their sizes together. */
  readonly bytes: number;
}

/**
 * Every place where CuePoint keeps something. Nothing is made or opened.
 *
 * @throws what the system throws for a folder that may not be read.
 */
export async function keptPlaces(folders: AppFolders): Promise<readonly KeptPlace[]> {
  const files = await keptFiles(folders);
  const place = (use: KeptUse, path: string): KeptPlace => {
    const own = files.filter((file) => file.use === use);
    return { use, path, files: own, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) };
  };
  return [
    place('config', configFilePath(folders)),
    place('token', openTokenFile({ folder: folders.config }).path),
    place('data', folders.data),
    place('cache', folders.cache),
  ];
}

/**
 * Every file that CuePoint has written into its folders, and no other: a user may point a folder at one of their own.
 *
 * @throws what the system throws for a folder that may not be read.
 */
export async function keptFiles(folders: AppFolders): Promise<readonly KeptFile[]> {
  const found = new Map<string, KeptFile>();
  // Two of them may be one folder.
  for (const folder of new Set([folders.config, folders.data, folders.cache])) {
    for (const name of (await filesIn(folder)).toSorted()) {
      const use = useOf(name, folder, folders);
      if (use === undefined) continue;
      const path = join(folder, name);
      // Gone meanwhile, like the log of a run that has just ended.
      const stats = await lstat(path).catch(() => undefined);
      if (stats !== undefined) found.set(path, { use, path, bytes: stats.size });
    }
  }
  return [...found.values()];
}

/** What a crash between writing and renaming may leave. */
const UNFINISHED = /^(config\.json|token)\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/;

function useOf(name: string, folder: string, folders: AppFolders): KeptUse | undefined {
  if (folder === folders.config) {
    const unfinished = UNFINISHED.exec(name)?.[1];
    if (name === basename(configFilePath(folders)) || unfinished === 'config.json') return 'config';
    if (name === 'token.json' || unfinished === 'token') return 'token';
  }
  const role = roleOfFile(name);
  if (folder === folders.cache && role === 'pages') return 'cache';
  return folder === folders.data && (role === 'data' || role === 'lock') ? 'data' : undefined;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
  } catch (error) {
    // Not made yet, or a file stands in its place.
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}
