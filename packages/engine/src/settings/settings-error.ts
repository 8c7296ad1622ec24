import { CuePointError } from '@cuepoint/core';

/**
 * - `SETTINGS_INVALID`: values that cannot be used, or keys that do not exist.
 * - `SETTINGS_UNREADABLE`: the config file cannot be read or written, or is not a JSON object.
 */
export type SettingsErrorCode = 'SETTINGS_INVALID' | 'SETTINGS_UNREADABLE';

/** The settings cannot be used as they are. `problems` holds every problem, one sentence each. */
export class SettingsError extends CuePointError<SettingsErrorCode> {
  override readonly name = 'SettingsError';
  /** Every problem found, in the order of file, environment and flags. */
  readonly problems: readonly string[];

  /**
   * @param code What is wrong.
   * @param problems At least one sentence; several become lines of the message.
   */
  constructor(
    code: SettingsErrorCode,
    problems: readonly string[],
    options: { readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    super(
      code,
      problems.length === 1
        ? problems.join('')
        : [`${problems.length} settings cannot be used:`, ...problems].join('\n  '),
      options,
    );
    this.problems = problems;
  }
}
