import type { ConfigFile } from './config-file.js';
import { settingFlag, settingKey, settingVariable, settingWithKey } from './names.js';
import { parseText } from './parse-text.js';
import { settingProblem, unknownKeyProblem } from './problems.js';
import { settingsSchema } from './schema.js';
import type { SettingName, Settings } from './settings.js';
import { SettingsError } from './settings-error.js';
import { SETTING_NAMES, SETTINGS } from './table.js';

/** Where an effective value came from. */
export type SettingOrigin = 'default' | 'file' | 'environment' | 'flag';

/** Weakest first. */
const STRENGTH: readonly SettingOrigin[] = ['default', 'file', 'environment', 'flag'];

/** Where values are looked for, weakest first. */
export interface SettingsSources {
  /** The config file, as `readConfigFile` gives it. */
  readonly file?: ConfigFile;
  /** Environment variables; an empty one counts as unset. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What was typed, by setting; text is read like an environment variable. */
  readonly flags?: Readonly<Partial<Record<SettingName, unknown>>>;
}

/** The settings in force, and where each one came from. */
export interface ResolvedSettings {
  readonly values: Settings;
  readonly origins: Readonly<Record<SettingName, SettingOrigin>>;
}

/** One value somebody gave. */
interface Given {
  readonly name: SettingName;
  readonly value: unknown;
  readonly origin: SettingOrigin;
  /** What the user would look for: "--timeout", "CUEPOINT_TIMEOUT", `timeout in "/…/config.json"`. */
  readonly place: string;
}

/**
 * Settles every setting: built-in default, then config file, then `CUEPOINT_*` environment, then flags; the later wins.
 * @throws {SettingsError} `SETTINGS_INVALID` with every problem at once, also those of values that a stronger
 *   source overrides: they would surprise the next run.
 */
export function resolveSettings(sources: SettingsSources = {}): ResolvedSettings {
  const given = [...fromFile(sources.file), ...fromEnvironment(sources.env), ...fromFlags(sources.flags)];
  const problems = [...unknownKeys(sources.file), ...given.flatMap(problemsOf)];
  if (problems.length > 0) {
    throw new SettingsError('SETTINGS_INVALID', problems, {
      hint: 'cuepoint config list shows every setting in force and where it comes from; cuepoint match --help explains them.',
    });
  }
  const strongest = new Map(given.map((entry) => [entry.name, entry]));
  if (isOfAnotherFetcher(strongest)) strongest.delete('fetcherOption');
  return {
    values: settingsSchema.parse(byName((name) => strongest.get(name)?.value ?? SETTINGS[name].default)),
    origins: byName((name) => strongest.get(name)?.origin ?? 'default'),
  };
}

/**
 * Options go with the fetcher they were given for: those of the config file mean nothing to a fetcher that is named on
 * the command line, which would refuse them.
 */
function isOfAnotherFetcher(strongest: ReadonlyMap<SettingName, Given>): boolean {
  const [fetcher, options] = [strongest.get('fetcher'), strongest.get('fetcherOption')];
  if (fetcher === undefined || options === undefined) return false;
  return STRENGTH.indexOf(fetcher.origin) > STRENGTH.indexOf(options.origin);
}

function fromFile(file: ConfigFile | undefined): Given[] {
  if (file === undefined) return [];
  return SETTING_NAMES.flatMap((name) => {
    const key = settingKey(name);
    if (!Object.hasOwn(file.values, key)) return [];
    return [{ name, value: file.values[key], origin: 'file', place: `${key} in ${file.path}` }];
  });
}

function fromEnvironment(env: SettingsSources['env'] = {}): Given[] {
  return SETTING_NAMES.flatMap((name) => {
    const variable = settingVariable(name);
    const text = env[variable];
    if (text === undefined || text === '') return [];
    return [{ name, value: parseText(SETTINGS[name].rule, text), origin: 'environment', place: variable }];
  });
}

function fromFlags(flags: SettingsSources['flags'] = {}): Given[] {
  return SETTING_NAMES.flatMap((name) => {
    const flag = flags[name];
    if (flag === undefined) return [];
    const value = typeof flag === 'string' ? parseText(SETTINGS[name].rule, flag) : flag;
    return [{ name, value, origin: 'flag', place: `--${settingFlag(name)}` }];
  });
}

function problemsOf({ name, value, place }: Given): string[] {
  const problem = settingProblem(name, value, place);
  return problem === undefined ? [] : [problem];
}

function unknownKeys(file: ConfigFile | undefined): string[] {
  if (file === undefined) return [];
  return (
    Object.keys(file.values)
      // Lets an editor find a schema for the file; it means nothing to a run.
      .filter((key) => key !== '$schema' && settingWithKey(key) === undefined)
      .map((key) => unknownKeyProblem(key, ` (in ${file.path})`))
  );
}

function byName<Value>(pick: (name: SettingName) => Value): Record<SettingName, Value> {
  return {
    fetcher: pick('fetcher'),
    fetcherOption: pick('fetcherOption'),
    siteUrl: pick('siteUrl'),
    apiUrl: pick('apiUrl'),
    maxConcurrentTracks: pick('maxConcurrentTracks'),
    maxConcurrentRequests: pick('maxConcurrentRequests'),
    maxInFlight: pick('maxInFlight'),
    timeout: pick('timeout'),
    attempts: pick('attempts'),
    maxRate: pick('maxRate'),
    maxRequests: pick('maxRequests'),
    prefer: pick('prefer'),
    source: pick('source'),
    cache: pick('cache'),
    offline: pick('offline'),
    out: pick('out'),
    format: pick('format'),
    quiet: pick('quiet'),
    verbose: pick('verbose'),
  };
}
