import type { Playlist, PlaylistFolder, RekordboxLibrary } from './library.js';
import { enumerate, PlaylistAmbiguousError, PlaylistNotFoundError } from './playlist-error.js';
import { rankBySimilarity } from './similar-names.js';
import { walkPlaylists } from './walk-playlists.js';

/** Lists named in the hint of an error. */
const SUGGESTIONS = 3;

/** A list with every way to ask for it. */
interface Addressed {
  readonly playlist: Playlist;
  /** Names joined with `/` as they are: what a person types for a list called "Techno/House". */
  readonly plainPath: string;
}

/** Ways to ask for a list, the strictest first. The first that any list answers to decides. */
const ADDRESSES: readonly ((list: Addressed) => string)[] = [
  (list) => list.playlist.path,
  (list) => list.plainPath,
  (list) => list.playlist.name,
];

/**
 * Finds the list a person means: by its full path ({@link Playlist.path}, or the names joined with `/` as they are),
 * else by its bare name. As written first; then without regard to upper and lower case or to composed and decomposed
 * letters.
 *
 * @throws {PlaylistNotFoundError} `PLAYLIST_NOT_FOUND`; its hint names the closest lists.
 * @throws {PlaylistAmbiguousError} `PLAYLIST_AMBIGUOUS`, with the full paths, when several lists answer equally well.
 */
export function findPlaylist(library: Pick<RekordboxLibrary, 'root'>, text: string): Playlist {
  const lists = [...addressedLists(library.root)];
  for (const form of [(written: string) => written, folded]) {
    for (const addressOf of ADDRESSES) {
      const found = lists.filter((list) => form(addressOf(list)) === form(text)).map((list) => list.playlist);
      const [first] = found;
      if (first && found.length === 1) return first;
      if (first) throw new PlaylistAmbiguousError(text, pathsOf(found));
    }
  }
  throw notFound(library.root, lists, text);
}

function* addressedLists(folder: PlaylistFolder, prefix = ''): Generator<Addressed> {
  for (const node of folder.children) {
    const plainPath = prefix + node.name;
    if (node.kind === 'playlist') yield { playlist: node, plainPath };
    else yield* addressedLists(node, `${plainPath}/`);
  }
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function notFound(root: PlaylistFolder, lists: readonly Addressed[], text: string): PlaylistNotFoundError {
  if (lists.length === 0) return new PlaylistNotFoundError(text, [], 'The export holds no playlist at all.');
  for (const { node } of walkPlaylists(root)) {
    if (node.kind !== 'folder' || (folded(node.path) !== folded(text) && folded(node.name) !== folded(text))) continue;
    const inside = [...addressedLists(node)].map((list) => list.playlist);
    if (inside.length > 0) {
      return new PlaylistNotFoundError(
        text,
        pathsOf(inside),
        `It is a folder. It holds ${enumerate(pathsOf(inside))}.`,
      );
    }
  }
  const ranked = rankBySimilarity(folded(text), lists, (list) => [
    folded(list.playlist.path),
    folded(list.playlist.name),
  ]);
  const closest = pathsOf(ranked.slice(0, SUGGESTIONS).map((list) => list.playlist));
  const hint =
    closest.length > 0 ? `Did you mean ${enumerate(closest)}?` : 'Look at the list of playlists for its name.';
  return new PlaylistNotFoundError(text, closest, hint);
}

function pathsOf(playlists: readonly Playlist[]): readonly string[] {
  return playlists.map((playlist) => playlist.path);
}
