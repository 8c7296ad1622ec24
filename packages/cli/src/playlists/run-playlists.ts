import { describeLibrary } from '@cuepoint/engine';
import type { CommandCall } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { libraryWord } from '../library-word.js';
import { USAGE } from '../print/help.js';
import { playlistTree } from '../print/playlist-tree.js';
import { UsageError } from '../usage-error.js';
import { outline } from './outline.js';

/** `cuepoint playlists LIBRARY`: the tree with counts, or the same as JSON. */
export async function runPlaylists({ words, flags, problems, terminal }: CommandCall): Promise<number> {
  const word = libraryWord(words);
  const wrong = [...problems, ...word.problems];
  if (wrong.length > 0) throw new UsageError(wrong, { hint: USAGE.playlists });

  const { out, err } = terminal;
  const library = outline(await describeLibrary(word.library));
  for (const warning of library.warnings) err.line(`${err.colors.yellow('warning:')} ${warning}`);
  out.line(flags.json === true ? JSON.stringify(library, null, 2) : playlistTree(library, out.colors));
  return EXIT.done;
}
