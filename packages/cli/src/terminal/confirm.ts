import { createInterface } from 'node:readline/promises';
import { UsageError } from '../usage-error.js';
import type { Channel } from './terminal.js';

/**
 * Asks whether to go on. Anything but "y" or "yes" is a no, also the end of the input.
 *
 * @param options `yes`: `--yes` was typed, and nobody is asked. `usage`: how the command is typed.
 * @throws {UsageError} where there is nobody to ask: what is deleted must have been wanted.
 */
export async function confirm(
  question: string,
  options: { readonly yes: boolean; readonly usage: string },
  { process, err }: { readonly process: NodeJS.Process; readonly err: Channel },
): Promise<boolean> {
  if (options.yes) return true;
  if (!process.stdin.isTTY) {
    throw new UsageError(['Nobody is there to ask: standard input is no terminal. Add --yes to do it all the same.'], {
      hint: options.usage,
    });
  }
  const lines = createInterface({ input: process.stdin, output: err.stream });
  try {
    // Without this a closed input would leave the question open for ever, and the process would end as if all were well.
    const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    return /^y(es)?$/i.test((await Promise.race([lines.question(`${question} [y/N] `), ended])).trim());
  } finally {
    lines.close();
  }
}
