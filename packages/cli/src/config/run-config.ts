import {
  appFolders,
  closestName,
  configFilePath,
  readConfigFile,
  resolveSettings,
  SETTING_NAMES,
  type SettingName,
  settingKey,
  settingVariable,
  settingWithKey,
  writeConfigValue,
} from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { USAGE } from '../print/help.js';
import { plural } from '../print/words.js';
import { UsageError } from '../usage-error.js';

/** What `cuepoint config` can do, with the number of words each action takes. */
const ACTIONS = { list: 0, get: 1, set: 2, path: 0 } as const;

/** `cuepoint config list | get KEY | set KEY VALUE | path`. */
export async function runConfig({ words, problems, terminal, process }: CommandCall): Promise<number> {
  const [action = '', ...rest] = words;
  const wrong = [...problems, ...actionProblems(action, rest)];
  if (wrong.length > 0) throw new UsageError(wrong, { hint: USAGE.config });

  const { out, err } = terminal;
  const path = configFilePath(appFolders(process.env));
  const [typedKey = '', text = ''] = rest;
  const key = typedKey.replaceAll('-', '_');
  switch (action) {
    case 'path':
      out.line(path);
      break;
    case 'set': {
      const value = await writeConfigValue(path, key, text);
      err.line(`${key} is now ${shown(value)}, in ${path}`);
      const name = settingWithKey(key);
      if (name !== undefined && (process.env[settingVariable(name)] ?? '') !== '') {
        err.line(
          `${err.colors.yellow('warning:')} ${settingVariable(name)} is set in the environment and wins over it.`,
        );
      }
      break;
    }
    case 'get':
      out.line(shown((await settings(path, process.env)).values[settingNamed(typedKey, key)]));
      break;
    default:
      out.line(await listing(path, process.env));
  }
  return EXIT.done;
}

async function settings(path: string, env: NodeJS.ProcessEnv): Promise<ReturnType<typeof resolveSettings>> {
  return resolveSettings({ file: await readConfigFile(path), env });
}

async function listing(path: string, env: NodeJS.ProcessEnv): Promise<string> {
  const file = await readConfigFile(path);
  const { values, origins } = resolveSettings({ file, env });
  const rows = SETTING_NAMES.map((name) => [settingKey(name), shown(values[name]), originWords(name, origins[name])]);
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return [
    ...rows.map(
      ([key = '', value = '', origin = '']) => `${key.padEnd(width(0))}  ${value.padEnd(width(1))}  ${origin}`,
    ),
    '',
    `file: ${path}${file.exists ? '' : ' (not there yet)'}`,
  ].join('\n');
}

function originWords(name: SettingName, origin: string): string {
  return origin === 'environment' ? `environment (${settingVariable(name)})` : origin;
}

/** A value as one would type it; nothing for "by playlist". */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, each]) => `${name}=${each}`)
      .join(',');
  }
  return value === null ? '' : String(value);
}

function settingNamed(typed: string, key: string): SettingName {
  const name = settingWithKey(key);
  if (name !== undefined) return name;
  const nearest = closestName(key, SETTING_NAMES.map(settingKey));
  const guess = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  throw new UsageError([`There is no setting "${typed}".${guess}`], { hint: 'cuepoint config list prints them all.' });
}

function actionProblems(action: string, rest: readonly string[]): string[] {
  const names = Object.keys(ACTIONS);
  if (action === '') return ['What about the configuration?'];
  if (!isAction(action)) {
    const nearest = closestName(action, names);
    return [`config has no "${action}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`];
  }
  if (rest.length === ACTIONS[action]) return [];
  return [`config ${action} takes ${plural(ACTIONS[action], 'word')}, not ${rest.length}.`];
}

function isAction(action: string): action is keyof typeof ACTIONS {
  return Object.hasOwn(ACTIONS, action);
}
