import { appFolders, openTokenFile } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { USAGE } from '../print/help.js';
import { UsageError } from '../usage-error.js';

/** `cuepoint logout`: forgets the token. */
export async function runLogout({ words, problems, terminal, process }: CommandCall): Promise<number> {
  const wrong = [...problems, ...words.map((word) => `"${word}" is one word too many.`)];
  if (wrong.length > 0) throw new UsageError(wrong, { hint: USAGE.logout });
  const file = openTokenFile({ folder: appFolders(process.env).config });
  const there = await file.logout();
  terminal.err.line(there ? `The token is gone from ${file.path}.` : 'There was no token.');
  return EXIT.done;
}
