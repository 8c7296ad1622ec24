import type { PlaylistFolder, PlaylistNode } from './library.js';

/** A folder or list with its place in the tree. */
export interface PlaylistStep {
  readonly node: PlaylistNode;
  /** 0 for what lies at the top. */
  readonly depth: number;
}

/** Everything below a folder, in the order in which Rekordbox shows it: a folder, then what it holds. */
export function* walkPlaylists(folder: PlaylistFolder, depth = 0): Generator<PlaylistStep> {
  for (const node of folder.children) {
    yield { node, depth };
    if (node.kind === 'folder') yield* walkPlaylists(node, depth + 1);
  }
}
