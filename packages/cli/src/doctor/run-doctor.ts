import { appFolders, checkUp } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { checkUpJson, checkUpText } from '../print/check-up.js';
import { USAGE } from '../print/help.js';
import { UsageError } from '../usage-error.js';
import { version } from '../version.js';

/** `cuepoint doctor`: looks at everything a run needs, and says what to do about what is wrong. */
export async function runDoctor({ words, flags, problems, terminal, process }: CommandCall): Promise<number> {
  const wrong = [...problems, ...words.map((word) => `"${word}" is one word too many.`)];
  if (wrong.length > 0) throw new UsageError(wrong, { hint: USAGE.doctor });
  const found = await checkUp({
    folders: appFolders(process.env),
    env: process.env,
    toolVersion: version(),
    live: flags.live === true,
  });
  const { out } = terminal;
  out.line(flags.json === true ? JSON.stringify(checkUpJson(found), null, 2) : checkUpText(found, out.colors));
  return found.ok ? EXIT.done : EXIT.couldNotRun;
}
