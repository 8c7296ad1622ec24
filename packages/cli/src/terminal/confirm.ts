import { createInterface } from 'node:readline';
import { UsageError } from '../usage-error.js';

/** Who is asked, and where the question is shown. */
export interface Conversation {
  readonly process: { readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean } };
  readonly err: { readonly stream: NodeJS.WritableStream };
}

/**
 * Asks whether to go on. Anything but "y" or "yes" is a no, also the end of the input.
 *
 * @param options `yes`: `--yes` was typed, and nobody is asked. `usage`: how the command is typed.
 * @throws {UsageError} where there is nobody to ask: what is deleted must have been wanted.
 */
export async function confirm(
  question: string,
  options: { readonly yes: boolean; readonly usage: string },
  { process, err }: Conversation,
): Promise<boolean> {
  if (options.yes) return true;
  if (!process.stdin.isTTY) {
    throw new UsageError(['Nobody is there to ask: standard input is no terminal. Add --yes to do it all the same.'], {
      hint: options.usage,
    });
  }
  const lines = createInterface({ input: process.stdin, output: err.stream, prompt: `${question} [y/N] ` });
  const answer = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    // Without this a closed input would leave the question open, and the process would end as if all were well.
    lines.once('close', () => resolve(''));
    lines.prompt();
  });
  lines.close();
  return /^y(es)?$/i.test(answer.trim());
}
