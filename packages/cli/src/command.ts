import type { Options } from 'yargs';
import type { Terminal } from './terminal/terminal.js';

/** What was typed, unchecked: flags by name, without dashes. */
export type TypedFlags = Readonly<Record<string, unknown>>;

/** One call of a command. */
export interface CommandCall {
  /** The words after the command's name. */
  readonly words: readonly string[];
  readonly flags: TypedFlags;
  /** What is already known to be wrong, one sentence each. The command adds its own and reports all at once. */
  readonly problems: readonly string[];
  readonly terminal: Terminal;
  readonly process: NodeJS.Process;
}

/** A command: what its help shows, and what it does. Nothing heavy is loaded before `run`. */
export interface Command {
  readonly name:
    | 'match'
    | 'explain'
    | 'playlists'
    | 'fetchers'
    | 'analyze'
    | 'compare'
    | 'config'
    | 'login'
    | 'logout'
    | 'paths'
    | 'store'
    | 'purge'
    | 'doctor';
  readonly options: Readonly<Record<string, Options>>;
  /** Resolves to the exit code. */
  run(call: CommandCall): Promise<number>;
}
