import type { LibraryDescription } from '@cuepoint/engine';

/** A library as `cuepoint playlists` shows it: names and counts. With `--json` these are the names in the document. */
export interface LibraryOutline {
  /** Tracks in the collection. */
  readonly tracks: number;
  /** Top level of the tree, in the order of the file. */
  readonly playlists: readonly PlaylistOutline[];
  /** What is odd about the file, one sentence each. */
  readonly warnings: readonly string[];
}

/** One node of the playlist tree. */
export interface PlaylistOutline {
  readonly kind: 'folder' | 'playlist';
  readonly name: string;
  /** What `--playlist` takes: "Folder/Name". */
  readonly path: string;
  /** Entries of a playlist, repeats included; of a folder, the entries of all playlists in it. */
  readonly tracks: number;
  /** Empty for a playlist. */
  readonly children: readonly PlaylistOutline[];
}

/** Counts what a library holds. */
export function outline({ tracks, root, warnings }: LibraryDescription): LibraryOutline {
  return { tracks, playlists: root.children.map(outlineNode), warnings };
}

/** The playlists of a tree without its folders, in order. */
export function playlistsIn(nodes: readonly PlaylistOutline[]): PlaylistOutline[] {
  return nodes.flatMap((node) => (node.kind === 'playlist' ? [node] : playlistsIn(node.children)));
}

type PlaylistNode = LibraryDescription['root']['children'][number];

function outlineNode(node: PlaylistNode): PlaylistOutline {
  const { kind, name, path } = node;
  if (node.kind === 'playlist') return { kind, name, path, tracks: node.entries.length, children: [] };
  const children = node.children.map(outlineNode);
  return { kind, name, path, tracks: children.reduce((sum, child) => sum + child.tracks, 0), children };
}
