import { appFolders, clearPages, closestName, prunePages, storedPages } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { USAGE } from '../print/help.js';
import { storedPagesJson, storedPagesText } from '../print/stored-pages.js';
import { plural, size } from '../print/words.js';
import { confirm } from '../terminal/confirm.js';
import { UsageError } from '../usage-error.js';

const ACTIONS = ['stats', 'prune', 'clear'];

/** `cuepoint store stats | prune | clear`: the stored pages, and nothing of the user's own work. */
export async function runStore({ words, flags, problems, terminal, process }: CommandCall): Promise<number> {
  const [action = '', ...rest] = words;
  const wrong = [...problems, ...actionProblems(action, rest, flags)];
  if (wrong.length > 0) throw new UsageError(wrong, { hint: USAGE.store });

  const { out, err } = terminal;
  const folders = appFolders(process.env);
  if (action === 'stats') {
    const stored = await storedPages(folders);
    out.line(flags.json === true ? JSON.stringify(storedPagesJson(stored), null, 2) : storedPagesText(stored));
    return EXIT.done;
  }
  if (action === 'prune') {
    const { dropped, left } = await prunePages(folders);
    err.line(`${plural(dropped, 'page')} dropped; ${plural(left.pages, 'page')} left (${size(left.fileBytes)}).`);
    return EXIT.done;
  }
  const question = 'Drop every stored page? They will be asked for again when needed.';
  if (!(await confirm(question, { yes: flags.yes === true, usage: USAGE.store }, { process, err }))) {
    err.line('Nothing was dropped.');
    return EXIT.couldNotRun;
  }
  const { dropped } = await clearPages(folders);
  err.line(
    dropped === undefined
      ? 'The file of pages could not be read, and was deleted; the next run makes a new one.'
      : `${plural(dropped, 'page')} dropped.`,
  );
  return EXIT.done;
}

function actionProblems(action: string, rest: readonly string[], flags: CommandCall['flags']): string[] {
  if (action === '') return ['What about the store?'];
  if (!ACTIONS.includes(action)) {
    const nearest = closestName(action, ACTIONS);
    return [`store has no "${action}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`];
  }
  return [
    ...rest.map((word) => `"${word}" is one word too many.`),
    ...(flags.json === true && action !== 'stats' ? [`--json goes with store stats, not with store ${action}.`] : []),
    ...(flags.yes === true && action !== 'clear' ? [`--yes goes with store clear; store ${action} does not ask.`] : []),
  ];
}
