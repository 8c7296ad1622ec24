import type { LibraryTrack } from '../track/library-track.js';

/** Why there is nothing to look for, in words; undefined where there is. */
export function reasonToSkip(track: LibraryTrack): string | undefined {
  if (track.source === 'factory-sample') return 'A sample that came with Rekordbox.';
  if (track.source === 'streaming') return 'A track of a streaming service: there is no file to tag.';
  if (track.name.trim() === '' && fileName(track) === '') return 'The row has neither a name nor a file.';
  return undefined;
}

function fileName(track: LibraryTrack): string {
  return (track.path ?? '').slice((track.path ?? '').lastIndexOf('/') + 1).trim();
}
