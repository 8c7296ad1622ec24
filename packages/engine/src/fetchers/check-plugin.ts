import type { FetcherPlugin } from '@cuepoint/core';
import { z } from 'zod';
import { RESERVED_NAMES } from './built-in.js';
import { FetcherError } from './fetcher-error.js';

/** The version of the contract this program speaks. */
const API_VERSION = 1;

const WRITING = 'docs/writing-a-fetcher.md shows what a plug-in exports.';

const aFunction = z.custom<(...args: never) => unknown>((value) => typeof value === 'function', 'must be a function');

const standardSchema = z.object({ version: z.literal(1, 'must be 1'), validate: aFunction }, 'must be an object');

/** What makes an object a plug-in. Only looked at: the object itself is used, so that its methods keep their `this`. */
const pluginShape = z.object({
  name: z
    .string('must be a text')
    .regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits and dashes')
    .refine((name) => !RESERVED_NAMES.includes(name), `must be none of ${RESERVED_NAMES.join(', ')}, which are taken`),
  summary: z.string('must be a text').regex(/^\S(?:.*\S)?$/, 'must be one line of text'),
  // The schemas of some libraries are functions with properties, which an object schema would refuse.
  options: z.custom(
    (value) => isKeyed(value) && standardSchema.safeParse(value['~standard']).success,
    'must be a schema with a "~standard" property (zod, valibot and arktype make such schemas)',
  ),
  create: aFunction,
});

/** What makes an object a fetcher. */
const fetcherShape = z.object({
  name: z.string('must be a text'),
  concurrency: z.int('must be a whole number').min(1, 'must be 1 or more'),
  fetch: aFunction,
});

/**
 * Checks what a module exports by default.
 *
 * @param place Where it came from, for the errors.
 * @throws {FetcherError} `FETCHER_INCOMPATIBLE`, `FETCHER_BROKEN` with every fault.
 */
export function checkPlugin(value: unknown, place: string): FetcherPlugin {
  if (!isKeyed(value)) {
    throw new FetcherError('FETCHER_BROKEN', `${place} has no plug-in as its default export.`, { hint: WRITING });
  }
  const { apiVersion } = value;
  if (typeof apiVersion === 'number' && apiVersion !== API_VERSION) {
    throw new FetcherError(
      'FETCHER_INCOMPATIBLE',
      `${place} is made for version ${apiVersion} of the fetcher contract; this CuePoint speaks version ${API_VERSION}.`,
      { hint: apiVersion > API_VERSION ? 'Update CuePoint.' : 'Update the plug-in, or ask its author to.' },
    );
  }
  const faults = [
    ...(apiVersion === API_VERSION ? [] : [`apiVersion must be ${API_VERSION}`]),
    ...faultsOf(pluginShape, value),
  ];
  if (faults.length === 0 && isPlugin(value)) return value;
  throw new FetcherError('FETCHER_BROKEN', `${place} exports no fetcher plug-in: ${faults.join('; ')}.`, {
    hint: WRITING,
  });
}

/**
 * Checks what a plug-in made.
 *
 * @throws {FetcherError} `FETCHER_BROKEN` with every fault.
 */
export function checkFetcher(fetcher: unknown, plugin: FetcherPlugin): void {
  const faults = isKeyed(fetcher) ? faultsOf(fetcherShape, fetcher) : ['it is no object'];
  // JavaScript of before the symbol existed would otherwise fail only when the run is over.
  if (isKeyed(fetcher) && typeof fetcher[Symbol.asyncDispose] !== 'function') {
    faults.push('[Symbol.asyncDispose] must be a function');
  }
  if (faults.length === 0) return;
  throw new FetcherError('FETCHER_BROKEN', `The fetcher that "${plugin.name}" makes is none: ${faults.join('; ')}.`, {
    hint: WRITING,
  });
}

type Keyed = Readonly<Record<string | symbol, unknown>>;

function isKeyed(value: unknown): value is Keyed {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function isPlugin(value: unknown): value is FetcherPlugin {
  return pluginShape.safeParse(value).success;
}

function faultsOf(shape: z.ZodType, value: Keyed): string[] {
  return (shape.safeParse(value).error?.issues ?? []).map(
    ({ path, message }) => `${path.map(String).join('.')} ${message}`,
  );
}
