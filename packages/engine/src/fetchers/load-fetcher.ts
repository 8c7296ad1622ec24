import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { errorMessage, type FetcherPlugin } from '@cuepoint/core';
import { closestName } from '../settings/closest-name.js';
import { builtInFetcher, FETCHER_NAMES, RESERVED_NAMES } from './built-in.js';
import { checkPlugin } from './check-plugin.js';
import { FetcherError } from './fetcher-error.js';
import { isPath, type LocatedModule, locateModule, PACKAGE_PREFIX } from './locate-module.js';

/**
 * The fetcher of a name: a built-in one, else a package (`cuepoint-fetcher-NAME` is found by NAME) installed in the
 * working folder or beside CuePoint, else the file or folder of a path.
 *
 * @param workingFolder Where packages are looked for first, and what a path is relative to.
 * @throws {FetcherError} `FETCHER_UNKNOWN`, `FETCHER_INCOMPATIBLE`, `FETCHER_BROKEN`.
 */
export async function loadFetcher(name: string, workingFolder: string = process.cwd()): Promise<FetcherPlugin> {
  const builtIn = await builtInFetcher(name);
  if (builtIn !== undefined) return builtIn;
  const located = RESERVED_NAMES.includes(name) ? undefined : locateModule(name, searchedFrom(workingFolder));
  if (located === undefined) throw unknown(name, workingFolder);
  return importPlugin(located);
}

/** Folders a plug-in is looked for from: the user's, then the one CuePoint is installed in. */
export function searchedFrom(workingFolder: string): readonly string[] {
  return [workingFolder, dirname(fileURLToPath(import.meta.url))];
}

/**
 * Imports a module and checks what it exports by default.
 *
 * @throws {FetcherError} `FETCHER_INCOMPATIBLE`, `FETCHER_BROKEN`.
 */
export async function importPlugin({ file, packageName, version }: LocatedModule): Promise<FetcherPlugin> {
  const place = packageName === undefined ? file : [packageName, version].filter(Boolean).join(' ');
  let loaded: unknown;
  try {
    // A URL, for "C:\…" is none; and no text a bundler could follow, for the module is the user's.
    loaded = await import(pathToFileURL(file).href);
  } catch (error) {
    throw new FetcherError('FETCHER_BROKEN', `${place} cannot be loaded: ${errorMessage(error)}`, {
      hint: 'Install its dependencies, or ask its author; --verbose shows where it failed.',
      cause: error,
    });
  }
  return checkPlugin(defaultOf(loaded), place);
}

function defaultOf(loaded: unknown): unknown {
  return typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined;
}

function unknown(name: string, workingFolder: string): FetcherError {
  const there = `Built in are ${FETCHER_NAMES.join(' and ')}`;
  if (RESERVED_NAMES.includes(name)) {
    return new FetcherError('FETCHER_UNKNOWN', `The fetcher "${name}" is not part of this version.`, {
      hint: `${there}; cuepoint fetchers lists them all.`,
    });
  }
  if (isPath(name)) {
    return new FetcherError('FETCHER_UNKNOWN', `There is no fetcher at ${name}, seen from ${workingFolder}.`, {
      hint: `Give the path of a JavaScript module, or of the folder of a package. ${there}.`,
    });
  }
  const near = closestName(name, FETCHER_NAMES);
  return new FetcherError('FETCHER_UNKNOWN', `There is no fetcher called "${name}".`, {
    hint:
      near === undefined
        ? `${there}. A package has to be installed first: npm install ${PACKAGE_PREFIX}NAME`
        : `Did you mean ${near}? ${there}; cuepoint fetchers lists them all.`,
  });
}
