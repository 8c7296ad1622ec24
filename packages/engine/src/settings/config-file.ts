import { randomUUID } from 'node:crypto';
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CuePointError, errorCode, errorMessage } from '@cuepoint/core';
import { z } from 'zod';
import { settingWithKey } from './names.js';
import { parseText } from './parse-text.js';
import { settingProblem, unknownKeyProblem } from './problems.js';
import { SettingsError } from './settings-error.js';
import { SETTINGS } from './table.js';

/** The config file as it stands, its values unchecked. */
export interface ConfigFile {
  /** Absolute path. */
  readonly path: string;
  /** False when there is no such file yet; `values` is then empty. */
  readonly exists: boolean;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Path of the config file inside the config folder. */
export function configFilePath(folders: { readonly config: string }): string {
  return join(folders.config, 'config.json');
}

/**
 * Reads the config file: a JSON object of settings. A missing file is an empty one.
 * @throws {SettingsError} `SETTINGS_UNREADABLE`: not readable, or not a JSON object.
 */
export async function readConfigFile(path: string): Promise<ConfigFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { path, exists: false, values: {} };
    throw unreadable(path, 'cannot be read', error);
  }
  return { path, exists: true, values: parseConfig(path, text) };
}

/**
 * Sets one value in the config file and keeps the others. The file is replaced in one step, so that a crash
 * leaves the old one or the new one; it and its folder are made when missing, readable by the user alone.
 * @param key Key as in the file: `max_in_flight`.
 * @param text The value as one would type it.
 * @returns The value as written.
 * @throws {SettingsError} `SETTINGS_INVALID` for an unknown key or a bad value, `SETTINGS_UNREADABLE` when the
 *   file cannot be read or written.
 */
export async function writeConfigValue(path: string, key: string, text: string): Promise<unknown> {
  const name = settingWithKey(key);
  if (name === undefined) throw new SettingsError('SETTINGS_INVALID', [unknownKeyProblem(key)]);
  const value = parseText(SETTINGS[name].rule, text);
  const problem = settingProblem(name, value, key);
  if (problem !== undefined) throw new SettingsError('SETTINGS_INVALID', [problem]);

  const { values } = await readConfigFile(path);
  await replaceFile(path, `${JSON.stringify({ ...values, [key]: value }, null, 2)}\n`);
  return value;
}

function parseConfig(path: string, text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    // Windows editors like to begin a file with a byte order mark, which is not JSON.
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw unreadable(path, 'is not valid JSON', error);
  }
  const object = z.record(z.string(), z.unknown()).safeParse(parsed);
  if (!object.success) throw unreadable(path, 'must hold one JSON object, like { "max_rate": 2 }');
  return object.data;
}

async function replaceFile(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // A config file that is a link (people keep such files in a repository of their own) stays one.
    const target = await realpath(path).catch(() => path);
    const temporary = `${target}.${randomUUID()}.tmp`;
    try {
      await writeFile(temporary, text, { mode: 0o600, flag: 'wx' });
      await rename(temporary, target);
    } finally {
      await rm(temporary, { force: true });
    }
  } catch (error) {
    throw unreadable(path, 'cannot be written', error);
  }
}

function unreadable(path: string, what: string, cause?: unknown): CuePointError {
  const why = cause === undefined ? '' : ` (${errorMessage(cause)})`;
  return new SettingsError('SETTINGS_UNREADABLE', [`The config file ${path} ${what}${why}.`], {
    hint: 'Correct or remove the file, or set CUEPOINT_CONFIG_DIR to another folder.',
    ...(cause === undefined ? {} : { cause }),
  });
}
