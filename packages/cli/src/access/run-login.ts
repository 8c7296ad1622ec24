import { createInterface } from 'node:readline/promises';
import { appFolders, openTokenFile, type TokenDescription } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { USAGE } from '../print/help.js';
import { UsageError } from '../usage-error.js';

/** Longest token text read, in characters: a whole answer of the token endpoint has two thousand. */
const MAX_TEXT = 100_000;

/**
 * `cuepoint login`: takes the user's own token from standard input (pasted, or piped from a file) and keeps it. Never
 * from an argument: that would stay in the history of the shell.
 */
export async function runLogin({ words, problems, terminal, process }: CommandCall): Promise<number> {
  const wrong = [...problems, ...words.map(() => 'The token is not typed after the command; it is asked for.')];
  if (wrong.length > 0) throw new UsageError(wrong.slice(0, 1), { hint: USAGE.login });
  const file = openTokenFile({ folder: appFolders(process.env).config });
  const description = await file.login(await readToken(process, (line) => terminal.err.line(line)));
  terminal.err.line(`Kept in ${file.path}. ${describeToken(description)}`);
  return EXIT.done;
}

/** What may be said of a token, in one sentence. */
export function describeToken(token: TokenDescription): string {
  if (token.state === 'none') return 'There is no token.';
  const time = token.validUntil?.toISOString().slice(0, 16).replace('T', ' ');
  const state = `It ${token.state === 'valid' ? 'is good' : 'has expired'}${time === undefined ? '' : ` (${time} UTC)`}`;
  return `${state}, and ${RENEWAL[token.renewable]}.`;
}

const RENEWAL = {
  yes: 'is renewed by itself',
  'no-refresh-token': 'cannot be renewed: paste a new one when it has expired',
  'no-client-id': 'cannot be renewed, since it does not name its client: paste a new one when it has expired',
} as const;

async function readToken(process: NodeJS.Process, say: (line: string) => void): Promise<string> {
  if (process.stdin.isTTY) {
    say('Paste your token (the JSON of the token answer, or the words after "Authorization:"), then an empty line:');
  }
  const lines = createInterface({ input: process.stdin });
  let text = '';
  for await (const line of lines) {
    if (process.stdin.isTTY && line.trim() === '') break;
    text += `${line}\n`;
    if (text.length > MAX_TEXT) break;
  }
  lines.close();
  return text;
}
