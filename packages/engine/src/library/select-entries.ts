import { CuePointError, type TrackEntry } from '@cuepoint/core';
import { findPlaylist, type RekordboxLibrary, toLibraryTrack } from '@cuepoint/rekordbox';

/** What a run will work on. */
export interface Selection {
  /** Full paths of the playlists; empty for the whole collection. */
  readonly playlists: readonly string[];
  readonly entries: readonly TrackEntry[];
}

/** Stands as the playlist of tracks that were taken from the collection itself. */
export const COLLECTION = 'Collection';

/**
 * The entries of the playlists asked for, in their order, repeats included; or every track of the collection, once. A
 * playlist that is named twice counts once.
 *
 * @throws {CuePointError} `PLAYLIST_NOT_FOUND`, `PLAYLIST_AMBIGUOUS`, `PLAYLIST_NONE` when none is asked for.
 */
export function selectEntries(library: RekordboxLibrary, playlists: readonly string[] | 'all'): Selection {
  if (playlists === 'all') {
    return { playlists: [], entries: entriesOf(library, COLLECTION, library.tracks.keys()) };
  }
  if (playlists.length === 0) {
    throw new CuePointError('PLAYLIST_NONE', 'No playlist was chosen.', {
      hint: 'Name one with --playlist "Folder/Name", or take the whole collection with --all.',
    });
  }
  const found = new Map(playlists.map((text) => findPlaylist(library, text)).map((list) => [list.path, list]));
  return {
    playlists: [...found.keys()],
    entries: [...found.values()].flatMap((list) => entriesOf(library, list.path, list.entries)),
  };
}

function entriesOf(library: RekordboxLibrary, playlist: string, trackIds: Iterable<string>): readonly TrackEntry[] {
  const entries: TrackEntry[] = [];
  for (const trackId of trackIds) {
    const track = library.tracks.get(trackId);
    if (track !== undefined)
      entries.push({ playlist, playlistIndex: entries.length + 1, track: toLibraryTrack(track) });
  }
  return entries;
}
