import process from 'node:process';
import { parseText } from '@cuepoint/engine';
import { runCommandLine } from './command-line.js';
import { commands } from './commands.js';
import { EXIT, exitCodeOfError } from './exit-codes.js';
import { errorText } from './print/errors.js';
import { openTerminal } from './terminal/terminal.js';

/**
 * Runs the command line.
 * @param args What was typed after `cuepoint`.
 * @returns The exit code; see {@link EXIT}. Never throws.
 */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = openTerminal(process, { noColor: args.includes('--no-color') });
  try {
    return await runCommandLine(args, commands(), { terminal, process });
  } catch (error) {
    // Read from what was typed, for the error may be about reading the flags.
    const verbose =
      args.includes('--verbose') || parseText({ kind: 'switch' }, process.env.CUEPOINT_VERBOSE ?? '') === true;
    terminal.err.line(errorText(error, { verbose, colors: terminal.err.colors }));
    return exitCodeOfError(error);
  }
}
