import {
  appFolders,
  configFilePath,
  readConfigFile,
  resolveSettings,
  type Settings,
  SettingsError,
} from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { typedSettings } from '../flags/setting-flags.js';

/** The settings in force for a call; undefined when they cannot be used, and why, one sentence each. */
export interface SettledSettings {
  readonly settings: Settings | undefined;
  readonly problems: readonly string[];
}

/** Settles the settings of a call from config file, environment and flags. */
export async function settleSettings({ flags, process }: CommandCall): Promise<SettledSettings> {
  const typed = typedSettings(flags);
  const file = await readConfigFile(configFilePath(appFolders(process.env)));
  try {
    const { values } = resolveSettings({ file, env: process.env, flags: typed.flags });
    return { settings: values, problems: typed.problems };
  } catch (error) {
    // The command is one bundle with one copy of the class.
    if (error instanceof SettingsError && error.code === 'SETTINGS_INVALID') {
      return { settings: undefined, problems: [...typed.problems, ...error.problems] };
    }
    throw error;
  }
}
