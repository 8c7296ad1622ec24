import { type LibraryOutline, type PlaylistOutline, playlistsIn } from '../playlists/outline.js';
import type { Colors } from '../terminal/terminal.js';
import { printable } from './printable.js';
import { plural } from './words.js';

/** The playlists of a library as a tree with track counts, and a line that sums it up. */
export function playlistTree(library: LibraryOutline, colors: Colors): string {
  const rows = library.playlists.flatMap((node) => branch(node, '', ''));
  // Counts come first: a name may hold letters that take two places, or none, and would push them out of line.
  const width = Math.max(0, ...rows.map(({ node }) => String(node.tracks).length));
  const lines = rows.map(({ text, node }) => {
    const name = node.kind === 'folder' ? colors.bold(text) : text;
    return `${colors.dim(String(node.tracks).padStart(width + 2))}  ${name}`;
  });
  return [...lines, ...(lines.length === 0 ? [] : ['']), total(library)].join('\n');
}

/** The first playlist that has tracks, for an example that works. */
export function examplePlaylist(nodes: readonly PlaylistOutline[]): string | undefined {
  return playlistsIn(nodes).find(({ tracks }) => tracks > 0)?.path;
}

interface Row {
  readonly text: string;
  readonly node: PlaylistOutline;
}

function branch(node: PlaylistOutline, lead: string, childLead: string): Row[] {
  const below = node.children.flatMap((child, index) =>
    index === node.children.length - 1
      ? branch(child, `${childLead}└─ `, `${childLead}   `)
      : branch(child, `${childLead}├─ `, `${childLead}│  `),
  );
  const name = printable(node.name) || '(no name)';
  return [{ text: `${lead}${name}${node.kind === 'folder' ? '/' : ''}`, node }, ...below];
}

function total({ playlists, tracks }: LibraryOutline): string {
  return `${plural(playlistsIn(playlists).length, 'playlist')}; ${plural(tracks, 'track')} in the collection.`;
}
