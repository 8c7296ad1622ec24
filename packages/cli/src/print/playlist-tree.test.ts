import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { LibraryOutline, PlaylistOutline } from '../playlists/outline.js';
import { examplePlaylist, playlistTree } from './playlist-tree.js';

const plain = pc.createColors(false);
const list = (path: string, tracks: number): PlaylistOutline => ({
  kind: 'playlist',
  name: path.split('/').at(-1) ?? '',
  path,
  tracks,
  children: [],
});
const folder = (path: string, ...children: PlaylistOutline[]): PlaylistOutline => ({
  ...list(
    path,
    children.reduce((sum, child) => sum + child.tracks, 0),
  ),
  kind: 'folder',
  children,
});
const library: LibraryOutline = {
  tracks: 60,
  warnings: [],
  playlists: [
    list('Empty', 0),
    folder('Sets', folder('Sets/2024', list('Sets/2024/Friday\u001b[2J', 12)), list('Sets/Closing', 7)),
    folder('Nothing'),
    list('Warm\tup', 1),
  ],
};

describe('playlistTree', () => {
  it('shows folders, playlists and counts', () => {
    expect(playlistTree(library, plain).split('\n')).toEqual([
      '   0  Empty',
      '  19  Sets/',
      '  12  ├─ 2024/',
      '  12  │  └─ Friday [2J',
      '   7  └─ Closing',
      '   0  Nothing/',
      '   1  Warm up',
      '',
      '4 playlists; 60 tracks in the collection.',
    ]);
  });

  it('says that there are none', () => {
    expect(playlistTree({ tracks: 1, playlists: [], warnings: [] }, plain)).toBe(
      '0 playlists; 1 track in the collection.',
    );
  });
});

describe('examplePlaylist', () => {
  it('is one with tracks', () => {
    expect(examplePlaylist(library.playlists)).toBe('Sets/2024/Friday\u001b[2J');
    expect(examplePlaylist([list('Empty', 0)])).toBeUndefined();
  });
});
