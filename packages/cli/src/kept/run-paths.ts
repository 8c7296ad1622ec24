import { appFolders, type KeptPlace, keptPlaces } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { USAGE } from '../print/help.js';
import { size } from '../print/words.js';
import { UsageError } from '../usage-error.js';

/** `cuepoint paths`: where everything is that outlives a run, and how large it is. */
export async function runPaths({ words, flags, problems, terminal, process }: CommandCall): Promise<number> {
  const wrong = [...problems, ...words.map((word) => `"${word}" is one word too many.`)];
  if (wrong.length > 0) throw new UsageError(wrong, { hint: USAGE.paths });
  const places = await keptPlaces(appFolders(process.env));
  terminal.out.line(flags.json === true ? JSON.stringify(toJson(places), null, 2) : listing(places));
  return EXIT.done;
}

function listing(places: readonly KeptPlace[]): string {
  const width = Math.max(...places.map(({ path }) => path.length));
  return places
    .map((place) => {
      const state = place.files.length === 0 ? 'nothing there yet' : size(place.bytes);
      return `${place.use.padEnd(6)}  ${place.path.padEnd(width)}  ${state}`;
    })
    .join('\n');
}

function toJson(places: readonly KeptPlace[]): object {
  return Object.fromEntries(
    places.map(({ use, path, files, bytes }) => [
      use,
      { path, exists: files.length > 0, bytes, files: files.map((file) => ({ path: file.path, bytes: file.bytes })) },
    ]),
  );
}
