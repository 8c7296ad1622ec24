import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorMessage, type FetcherPlugin } from '@cuepoint/core';
import { z } from 'zod';
import { builtInFetcher, FETCHER_NAMES } from './built-in.js';
import { importPlugin, searchedFrom } from './load-fetcher.js';
import { locateModule, PACKAGE_PREFIX } from './locate-module.js';

/** A fetcher that `--fetcher` can name. */
export interface FetcherDescription {
  /** What `--fetcher` takes. */
  readonly name: string;
  readonly origin: 'built-in' | 'package';
  /** Name of its package; null for a built-in one. */
  readonly package: string | null;
  /** What it says of itself; null when it cannot be used. */
  readonly summary: string | null;
  /** Requests it serves at once; null when it does not say. */
  readonly concurrency: number | 'max-in-flight' | null;
  /** Its options; null when its schema cannot tell them. */
  readonly options: readonly FetcherOption[] | null;
  /** Why it cannot be used; null when it can. */
  readonly problem: string | null;
}

/** An option of a fetcher. */
export interface FetcherOption {
  readonly name: string;
  /** What it takes, in words: "whole number from 1 to 100". */
  readonly takes: string;
  readonly required: boolean;
  /** Its default as text; null where there is none, or none is told. */
  readonly default: string | null;
  readonly description: string | null;
}

/**
 * The fetchers there are: the built-in ones, and the packages called `cuepoint-fetcher-…` that the nearest
 * `package.json` of a folder depends on. Those are imported, which runs their code; none makes a fetcher. Never throws:
 * what cannot be used is listed with the reason.
 */
export async function listFetchers(workingFolder: string = process.cwd()): Promise<readonly FetcherDescription[]> {
  const builtIn = await Promise.all(
    FETCHER_NAMES.map(async (name) => {
      const plugin = await builtInFetcher(name);
      return plugin === undefined ? [] : [{ ...describe(plugin), origin: 'built-in' as const, package: null }];
    }),
  );
  const found = await Promise.all(pluginPackages(workingFolder).map((name) => describePackage(name, workingFolder)));
  return [...builtIn.flat(), ...found];
}

async function describePackage(name: string, workingFolder: string): Promise<FetcherDescription> {
  // The name of the package, not that of the plug-in: it is what finds it.
  const own = { name: shortName(name), origin: 'package' as const, package: name };
  try {
    const located = locateModule(name, searchedFrom(workingFolder));
    if (located === undefined) return { ...NOTHING_KNOWN, ...own, problem: 'It is not installed: npm install' };
    return { ...describe(await importPlugin(located)), ...own };
  } catch (error) {
    return { ...NOTHING_KNOWN, ...own, problem: errorMessage(error) };
  }
}

const NOTHING_KNOWN = { summary: null, concurrency: null, options: null } as const;

function describe(plugin: FetcherPlugin): Omit<FetcherDescription, 'origin' | 'package'> {
  const { name, summary, concurrency = null } = plugin;
  return { name, summary, concurrency, options: describeOptions(plugin), problem: null };
}

const propertySchema = z.looseObject({
  type: z.string().optional().catch(undefined),
  enum: z.array(z.unknown()).optional().catch(undefined),
  minimum: z.number().optional().catch(undefined),
  maximum: z.number().optional().catch(undefined),
  default: z.unknown().optional(),
  description: z.string().nullable().catch(null).default(null),
});

const optionsSchema = z.object({
  properties: z.record(z.string(), propertySchema).default({}),
  required: z.array(z.string()).default([]),
});

function describeOptions(plugin: FetcherPlugin): readonly FetcherOption[] | null {
  const read = optionsSchema.safeParse(jsonSchemaOf(plugin));
  if (!read.success) return null;
  const { properties, required } = read.data;
  return Object.entries(properties).map(([name, property]) => ({
    name,
    takes: takes(property),
    required: required.includes(name) && property.default === undefined,
    default: property.default === undefined ? null : String(property.default),
    description: property.description,
  }));
}

function jsonSchemaOf(plugin: FetcherPlugin): unknown {
  try {
    return plugin.options['~standard'].jsonSchema?.input({ target: 'draft-2020-12' });
  } catch {
    // A schema with a part that JSON Schema cannot say; it checks options all the same.
    return undefined;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  string: 'text',
};

function takes({ type = '', enum: choices, minimum, maximum }: z.infer<typeof propertySchema>): string {
  if (choices !== undefined) return choices.map(String).join(' or ');
  const word = (Object.hasOwn(TYPES, type) ? TYPES[type] : undefined) ?? 'value';
  // Schema libraries say the ends of what a number can hold, which nobody needs to read.
  const ends = [
    ...(minimum !== undefined && Math.abs(minimum) < Number.MAX_SAFE_INTEGER ? [`from ${minimum}`] : []),
    ...(maximum !== undefined && Math.abs(maximum) < Number.MAX_SAFE_INTEGER ? [`to ${maximum}`] : []),
  ];
  return [word, ...ends].join(' ');
}

const dependencies = z.record(z.string(), z.unknown()).catch({});
const manifestSchema = z
  .object({ dependencies, devDependencies: dependencies, optionalDependencies: dependencies })
  .catch({ dependencies: {}, devDependencies: {}, optionalDependencies: {} });

function pluginPackages(workingFolder: string): readonly string[] {
  const manifest = manifestSchema.parse(nearestManifest(resolve(workingFolder)));
  const names = Object.values(manifest).flatMap(Object.keys);
  return [...new Set(names)].filter((name) => name.replace(/^@[^/]+\//, '').startsWith(PACKAGE_PREFIX)).sort();
}

function nearestManifest(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return dirname(folder) === folder ? undefined : nearestManifest(dirname(folder));
  }
}

function shortName(packageName: string): string {
  return packageName.startsWith(PACKAGE_PREFIX) ? packageName.slice(PACKAGE_PREFIX.length) : packageName;
}
