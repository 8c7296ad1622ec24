import { appFolders, openPurge } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { USAGE } from '../print/help.js';
import { plural, size } from '../print/words.js';
import { confirm } from '../terminal/confirm.js';
import { UsageError } from '../usage-error.js';

/** `cuepoint purge`: removes everything that CuePoint keeps outside the results, after asking. */
export async function runPurge({ words, flags, problems, terminal, process }: CommandCall): Promise<number> {
  const wrong = [...problems, ...words.map((word) => `"${word}" is one word too many.`)];
  if (wrong.length > 0) throw new UsageError(wrong, { hint: USAGE.purge });

  const { err } = terminal;
  using purge = await openPurge(appFolders(process.env));
  if (purge.files.length === 0) {
    err.line('There is nothing to remove.');
    return EXIT.done;
  }
  for (const { path, bytes } of purge.files) err.line(`  ${path}  ${size(bytes)}`);
  const question = `Remove ${purge.files.length === 1 ? 'it' : `these ${plural(purge.files.length, 'file')}`} for good?`;
  if (!(await confirm(question, { yes: flags.yes === true, usage: USAGE.purge }, { process, err }))) {
    err.line('Nothing was removed.');
    return EXIT.couldNotRun;
  }
  await purge.remove();
  err.line(`${plural(purge.files.length, 'file')} removed.`);
  return EXIT.done;
}
