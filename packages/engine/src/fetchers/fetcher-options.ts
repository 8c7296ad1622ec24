import type { FetcherPlugin, SchemaResult } from '@cuepoint/core';
import { FetcherError } from './fetcher-error.js';

/** Options of a fetcher by name, as typed on the command line (text) or as they stand in the config file. */
export type FetcherOptionValues = Readonly<Record<string, string | number | boolean>>;

/**
 * Has a plug-in check its options. Text that looks like a number or a switch is handed over as one; where the plug-in
 * refuses that, as the text it was, since a name may consist of digits.
 *
 * @returns The options as the plug-in wants them.
 * @throws {FetcherError} `FETCHER_OPTIONS_INVALID` with every fault, in the plug-in's own words.
 */
export async function checkOptions(plugin: FetcherPlugin, given: FetcherOptionValues): Promise<unknown> {
  const read = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, readValue(value)]));
  const first = await validate(plugin, read);
  if (first.issues === undefined) return first.value;
  const refused = new Set(first.issues.map(optionOf));
  const asTyped = Object.entries(read).map(([name, value]) => [name, refused.has(name) ? given[name] : value]);
  const second = await validate(plugin, Object.fromEntries(asTyped));
  if (second.issues === undefined) return second.value;
  const faults = first.issues.map((issue) => {
    const option = optionOf(issue);
    if (option === undefined) return issue.message;
    const value = given[option];
    return `${option}${value === undefined ? '' : ` is ${JSON.stringify(value)}`}: ${issue.message}`;
  });
  throw new FetcherError(
    'FETCHER_OPTIONS_INVALID',
    `The fetcher "${plugin.name}" refuses its options: ${faults.join('; ')}`,
    { hint: 'cuepoint fetchers lists the options of each; give one as --fetcher-option name=value.' },
  );
}

async function validate(plugin: FetcherPlugin, options: unknown): Promise<SchemaResult<unknown>> {
  return plugin.options['~standard'].validate(options);
}

function readValue(value: string | number | boolean): string | number | boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}

/** The option an issue is about; none when it is about all of them, as an unknown name is. */
function optionOf({ path }: NonNullable<SchemaResult<unknown>['issues']>[number]): string | undefined {
  const [first] = path ?? [];
  if (first === undefined) return undefined;
  return String(typeof first === 'object' ? first.key : first);
}
