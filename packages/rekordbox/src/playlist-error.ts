import { CuePointError } from '@cuepoint/core';

/** Most paths named in one message; the rest are counted. */
const PATHS_SHOWN = 12;

/** No list has the path or the name asked for. */
export class PlaylistNotFoundError extends CuePointError<'PLAYLIST_NOT_FOUND'> {
  override readonly name = 'PlaylistNotFoundError';
  /** Full paths of the lists that come closest, best first; may be empty. */
  readonly closest: readonly string[];

  /** @param hint What to do instead. */
  constructor(asked: string, closest: readonly string[], hint: string) {
    super('PLAYLIST_NOT_FOUND', `There is no playlist "${asked}"`, { hint });
    this.closest = closest;
  }
}

/** Several lists answer to the name asked for. */
export class PlaylistAmbiguousError extends CuePointError<'PLAYLIST_AMBIGUOUS'> {
  override readonly name = 'PlaylistAmbiguousError';
  /** Full paths of all of them, in the order of the file. */
  readonly paths: readonly string[];

  constructor(asked: string, paths: readonly string[]) {
    super('PLAYLIST_AMBIGUOUS', `"${asked}" is the name of ${paths.length} playlists: ${enumerate(paths)}`, {
      hint: 'Give the full path of the one you mean.',
    });
    this.paths = paths;
  }
}

/** "A", "B" and 3 more. */
export function enumerate(paths: readonly string[]): string {
  const shown = paths.slice(0, PATHS_SHOWN).map((path) => `"${path}"`);
  const more = paths.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
