import type { SettingName } from './settings.js';
import { SETTING_NAMES } from './table.js';

/** The key of a setting in the config file: `max_in_flight`. */
export function settingKey(name: SettingName): string {
  return words(name).join('_');
}

/** The flag of a setting, without its dashes: `max-in-flight`. */
export function settingFlag(name: SettingName): string {
  return words(name).join('-');
}

/** The environment variable of a setting: `CUEPOINT_MAX_IN_FLIGHT`. */
export function settingVariable(name: SettingName): string {
  return `CUEPOINT_${settingKey(name).toUpperCase()}`;
}

/** The setting with this key in the config file, or undefined. */
export function settingWithKey(key: string): SettingName | undefined {
  return SETTING_NAMES.find((name) => settingKey(name) === key);
}

function words(name: SettingName): string[] {
  return name.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
}
