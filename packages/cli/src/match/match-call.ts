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
import { allTexts, lastText } from '../flags/typed-flags.js';
import { libraryWord } from '../library-word.js';
import { USAGE } from '../print/help.js';
import { UsageError } from '../usage-error.js';

/** A checked `cuepoint match`. */
export interface MatchCall {
  readonly library: string;
  /** `undecided` when neither `--playlist` nor `--all` was typed. */
  readonly playlists: readonly string[] | 'all' | 'undecided';
  readonly settings: Settings;
  readonly metricsFile: string | undefined;
  /** The summary goes to standard output as JSON, everything else to standard error. */
  readonly summaryJson: boolean;
}

/**
 * Checks what was typed, and settles the settings.
 * @throws {UsageError} with every problem at once, those of config file and environment included.
 */
export async function readMatchCall({ words, flags, problems, process }: CommandCall): Promise<MatchCall> {
  const word = libraryWord(words);
  const typed = typedSettings(flags);
  const file = await readConfigFile(configFilePath(appFolders(process.env)));
  const resolved = settle(() => resolveSettings({ file, env: process.env, flags: typed.flags }).values);
  const wrong = [
    ...problems,
    ...word.problems,
    ...textProblems(flags),
    ...choiceProblems(flags),
    ...typed.problems,
    ...resolved.problems,
  ];
  if (wrong.length > 0 || resolved.settings === undefined) {
    throw new UsageError(wrong, { hint: `${USAGE.match}\ncuepoint match --help explains the flags.` });
  }
  const playlists = allTexts(flags.playlist);
  return {
    library: word.library,
    playlists: flags.all === true ? 'all' : playlists.length > 0 ? playlists : 'undecided',
    settings: resolved.settings,
    metricsFile: lastText(flags.metrics),
    summaryJson: flags.summary !== undefined,
  };
}

function settle(resolve: () => Settings): { settings?: Settings; problems: readonly string[] } {
  try {
    return { settings: resolve(), problems: [] };
  } catch (error) {
    // The command is one bundle with one copy of the class.
    if (error instanceof SettingsError && error.code === 'SETTINGS_INVALID') return { problems: error.problems };
    throw error;
  }
}

function textProblems(flags: CommandCall['flags']): string[] {
  return [
    ...(flags.playlist !== undefined && allTexts(flags.playlist).length === 0
      ? ['--playlist needs a value, for example --playlist "Folder/Name".']
      : []),
    ...(flags.metrics !== undefined && lastText(flags.metrics) === undefined
      ? ['--metrics needs a value, for example --metrics metrics.json.']
      : []),
  ];
}

function choiceProblems(flags: CommandCall['flags']): string[] {
  const summary = lastText(flags.summary);
  return [
    ...(flags.playlist !== undefined && flags.all === true
      ? ['--playlist and --all exclude each other: --all takes the whole collection.']
      : []),
    ...(flags.summary !== undefined && summary !== 'json'
      ? [`--summary is ${JSON.stringify(summary ?? '')}, but must be json.`]
      : []),
  ];
}
