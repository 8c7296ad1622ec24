import { listFetchers } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { fetchersText } from '../print/fetchers.js';
import { USAGE } from '../print/help.js';
import { UsageError } from '../usage-error.js';

/** `cuepoint fetchers`: what `--fetcher` can name, with the options of each, or the same as JSON. */
export async function runFetchers({ words, flags, problems, terminal: { out } }: CommandCall): Promise<number> {
  const wrong = [...problems, ...words.map((word) => `"${word}" is one word too many.`)];
  if (wrong.length > 0) throw new UsageError(wrong, { hint: USAGE.fetchers });
  const fetchers = await listFetchers();
  out.line(flags.json === true ? JSON.stringify({ fetchers }, null, 2) : fetchersText(fetchers, out.colors));
  return EXIT.done;
}
