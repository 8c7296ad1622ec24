import type { Playlist, PlaylistFolder, PlaylistKeyType, PlaylistNode, RekordboxTrack } from './library.js';
import type { FolderDraft, PlaylistDraft } from './playlist-draft.js';
import { decodeLocation } from './track-location.js';
import type { WarningCollector } from './warnings.js';

type Tracks = ReadonlyMap<string, RekordboxTrack>;
type TrackIdOf = (key: string) => string | undefined;

/**
 * Gives every folder and list its path, and every list its tracks. Done when the whole file is known, because a file
 * may hold its playlists before its tracks.
 */
export function buildPlaylistTree(root: FolderDraft, tracks: Tracks, warnings: WarningCollector): PlaylistFolder {
  const byTrackId: TrackIdOf = (key) => tracks.get(key)?.trackId;
  let byLocation: TrackIdOf | undefined;

  function folder(draft: FolderDraft, path: string, prefix: string): PlaylistFolder {
    const siblings = new Map<string, number>();
    const children = draft.children.map((child): PlaylistNode => {
      const childPath = prefix + escapeName(child.name) + repetition(child, siblings);
      return child.kind === 'folder' ? folder(child, childPath, `${childPath}/`) : playlist(child, childPath);
    });
    return { kind: 'folder', name: draft.name, path, children };
  }

  /** A list and a folder may share a name: only lists are looked up, and the folder's lists have longer paths. */
  function repetition(child: FolderDraft | PlaylistDraft, siblings: Map<string, number>): string {
    const key = `${child.kind} ${child.name}`;
    const nth = (siblings.get(key) ?? 0) + 1;
    siblings.set(key, nth);
    if (nth === 1) return '';
    warnings.add('duplicate-playlist', child.line, child.name);
    return `\\${nth}`;
  }

  function playlist(draft: PlaylistDraft, path: string): Playlist {
    const trackIdOf = lookup(draft.keyType);
    const entries: string[] = [];
    for (const key of draft.keys) {
      const trackId = trackIdOf(key);
      if (trackId === undefined) warnings.add('entry-without-track', draft.line, `playlist "${path}": "${key}"`);
      else entries.push(trackId);
    }
    return { kind: 'playlist', name: draft.name, path, keyType: draft.keyType, entries };
  }

  /** Most exports have no list by Location, and the index costs a decoded path per track. */
  function lookup(keyType: PlaylistKeyType): TrackIdOf {
    if (keyType === 'track-id') return byTrackId;
    byLocation ??= indexByLocation(tracks);
    return byLocation;
  }

  return folder(root, '', '');
}

/** So that a `/` in a name is told from the `/` between names, and `\2` can only mean a repeated name. */
function escapeName(name: string): string {
  return name.replace(/[\\/]/g, '\\$&');
}

/**
 * Tracks by where they lie. Compared decoded and in Unicode's composed form: programs differ in which characters they
 * encode, and macOS hands out decomposed names. Of two tracks with one Location, the first.
 */
function indexByLocation(tracks: Tracks): TrackIdOf {
  const ids = new Map<string, string>();
  for (const track of tracks.values()) {
    const place = comparable(track.attribute('Location') ?? '');
    if (place !== '' && !ids.has(place)) ids.set(place, track.trackId);
  }
  return (key) => ids.get(comparable(key));
}

function comparable(text: string): string {
  const location = decodeLocation(text);
  if (location.kind === 'none') return '';
  const place = location.kind === 'file' ? location.path : `${location.service}:${location.reference}`;
  return place.normalize('NFC');
}
