import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What the name of a package on the registry looks like; anything else is never joined to a path. */
const PACKAGE_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** How every plug-in package is called, so that its short name is enough. */
export const PACKAGE_PREFIX = 'cuepoint-fetcher-';

/** A module that was found. */
export interface LocatedModule {
  /** Absolute path of the file to import. */
  readonly file: string;
  /** Name of the package, if it is one. */
  readonly packageName?: string;
  /** Version of the package, if it says one. */
  readonly version?: string;
}

/**
 * Finds the module a fetcher's name leads to: a path (it begins with a dot, is absolute, or ends like a JavaScript
 * file) or a package, by its own name or without {@link PACKAGE_PREFIX}.
 *
 * @param folders Where to look, first one first; a package also in the `node_modules` of every folder above. A path is
 *   relative to the first.
 */
export function locateModule(name: string, folders: readonly string[]): LocatedModule | undefined {
  const [workingFolder = '.'] = folders;
  if (isPath(name)) return fileOrFolder(name.startsWith('file:') ? fileURLToPath(name) : resolve(workingFolder, name));
  if (!PACKAGE_NAME.test(name)) return undefined;
  const names = name.startsWith('@') || name.startsWith(PACKAGE_PREFIX) ? [name] : [`${PACKAGE_PREFIX}${name}`, name];
  for (const packageName of names) {
    for (const folder of folders) {
      const found = packageAbove(folder, packageName);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** True when a fetcher's name is a path. "@scope/name" has a slash and is none. */
export function isPath(name: string): boolean {
  return /^(?:file:|\.{1,2}(?:[\\/]|$))|\.[cm]?[jt]s$/.test(name) || isAbsolute(name);
}

function packageAbove(folder: string, name: string): LocatedModule | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = packageIn(join(at, 'node_modules', name));
    if (found !== undefined) return { packageName: name, ...found };
    if (dirname(at) === at) return undefined;
  }
}

function fileOrFolder(path: string): LocatedModule | undefined {
  return isFile(path) ? { file: path } : packageIn(path);
}

/** An unreadable manifest is a package like any other until it is imported, and then says what is wrong with it. */
const manifestSchema = z.looseObject({
  name: z.string().optional().catch(undefined),
  version: z.string().optional().catch(undefined),
  main: z.string().optional().catch(undefined),
  exports: z.unknown().optional(),
});

function packageIn(folder: string): LocatedModule | undefined {
  const path = join(folder, 'package.json');
  if (!isFile(path)) return undefined;
  const manifest = manifestSchema.catch({ exports: undefined }).parse(parsed(readFileSync(path, 'utf8')));
  const entry = entryOf(manifest.exports) ?? manifest.main ?? 'index.js';
  return {
    file: join(folder, entry),
    ...(manifest.name === undefined ? {} : { packageName: manifest.name }),
    ...(manifest.version === undefined ? {} : { version: manifest.version }),
  };
}

/** Conditions under which `import()` takes a file, in any order: the manifest's own order decides. */
const CONDITIONS: readonly string[] = ['node', 'import', 'module-sync', 'default'];

/**
 * The file that `exports` names for the package itself. Done here since Node resolves from the folder of the program,
 * not from a folder one gives it: `require.resolve` does, but refuses packages that are for `import` alone.
 */
function entryOf(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (Array.isArray(exports)) return exports.map(entryOf).find((entry) => entry !== undefined);
  if (typeof exports !== 'object' || exports === null) return undefined;
  for (const [key, target] of Object.entries(exports)) {
    if (key !== '.' && !CONDITIONS.includes(key)) continue;
    const entry = entryOf(target);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
