import type { Settings } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { settleSettings } from '../config/settle-settings.js';
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
  /** Begin anew although an earlier run was cut short. */
  readonly restart: boolean;
  /** The summary goes to standard output as JSON, everything else to standard error. */
  readonly summaryJson: boolean;
}

/**
 * Checks what was typed, and settles the settings.
 * @throws {UsageError} with every problem at once, those of config file and environment included.
 */
export async function readMatchCall(call: CommandCall): Promise<MatchCall> {
  const { words, flags, problems } = call;
  const word = libraryWord(words);
  const { settings, problems: unsettled } = await settleSettings(call);
  const wrong = [...problems, ...word.problems, ...textProblems(flags), ...choiceProblems(flags), ...unsettled];
  if (wrong.length > 0 || settings === undefined) {
    throw new UsageError(wrong, { hint: `${USAGE.match}\ncuepoint match --help explains the flags.` });
  }
  const playlists = allTexts(flags.playlist);
  return {
    library: word.library,
    playlists: flags.all === true ? 'all' : playlists.length > 0 ? playlists : 'undecided',
    settings,
    metricsFile: lastText(flags.metrics),
    restart: flags.restart === true,
    summaryJson: flags.summary !== undefined,
  };
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
