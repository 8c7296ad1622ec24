import { closestName } from './closest-name.js';
import { settingKey } from './names.js';
import { describeRule, type Rule } from './rule.js';
import { schemaFor } from './schema.js';
import type { SettingName } from './settings.js';
import { SETTING_NAMES, SETTINGS } from './table.js';

/**
 * Checks one value for one setting.
 * @param place Where it stands, as the sentence begins: "--timeout", "CUEPOINT_TIMEOUT".
 * @returns A sentence about what is wrong, or undefined.
 */
export function settingProblem(name: SettingName, value: unknown, place: string): string | undefined {
  const rule: Rule = SETTINGS[name].rule;
  return schemaFor(rule).safeParse(value).success
    ? undefined
    : `${place} is ${quote(value)}, but must be ${describeRule(rule)}.`;
}

/** A sentence about a key that no setting has, with the nearest one that exists. */
export function unknownKeyProblem(key: string, place = ''): string {
  const nearest = closestName(key, SETTING_NAMES.map(settingKey));
  return `There is no setting "${key}"${place}.${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`;
}

/** A value as the user wrote it: text in quotes, a list as typed. */
function quote(value: unknown): string {
  if (Array.isArray(value)) return `"${value.join(',')}"`;
  return JSON.stringify(value) ?? String(value);
}
