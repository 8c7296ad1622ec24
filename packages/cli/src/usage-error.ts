import { CuePointError } from '@cuepoint/engine';

/** The command was typed in a way it cannot take. Exit code 2. */
export class UsageError extends CuePointError<'USAGE'> {
  override readonly name = 'UsageError';
  /** Text that helps to type it rightly, printed below the message: a usage line, a tree of playlists. */
  readonly details: string | undefined;

  /** @param problems At least one sentence. */
  constructor(problems: readonly string[], options: { readonly hint?: string; readonly details?: string } = {}) {
    super('USAGE', problems.join('\n'), options);
    this.details = options.details;
  }
}
