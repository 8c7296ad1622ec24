import type { Readable, Writable } from 'node:stream';
import { StandInError } from '../catalogue/stand-in-error.js';
import { startStandIn } from '../start-stand-in.js';
import type { CommandArguments } from './arguments.js';

/** The parts of the process that the command uses. */
export interface CommandProcess {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  exitCode?: number | string | null | undefined;
  once(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/**
 * Serves until it is interrupted, terminated, or (with `exitWithStdin`) until standard input ends, which happens when
 * the parent dies, however it dies: no orphan stays behind.
 *
 * Prints `{"url": …, "apiUrl": …}` on one line of standard output when it listens; sets exit code 1 when it cannot.
 */
export async function runCommand(given: CommandArguments, process: CommandProcess): Promise<void> {
  try {
    const standIn = await startStandIn(given.options);
    const stop = (): void => {
      // A kept-open standard input would hold the process after the server has closed.
      process.stdin.destroy();
      void standIn.close();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    if (given.exitWithStdin) {
      process.stdin.once('end', stop);
      process.stdin.once('error', stop);
      process.stdin.resume();
    }
    process.stdout.write(`${JSON.stringify({ url: standIn.url, apiUrl: standIn.apiUrl })}\n`);
  } catch (error) {
    if (!(error instanceof StandInError)) throw error;
    process.stderr.write(`${error.message}\n${error.hint}\n`);
    process.exitCode = 1;
  }
}
