import { join } from 'node:path';

/** Where runs put their files unless told otherwise. */
const BASE = 'cuepoint-out';
/** Longest folder name: Windows allows 260 characters for a whole path. */
const MAX_NAME = 80;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The folder for the files of a run: `./cuepoint-out/<playlist>`, with "/" as " - " and without characters that a file
 * system refuses. Several playlists are joined by " + "; the whole collection is `Collection`.
 */
export function defaultOutDir(playlists: readonly string[], collection: string): string {
  const names = playlists.length === 0 ? [collection] : playlists;
  const name = names
    .map(plainName)
    .join(' + ')
    .slice(0, MAX_NAME)
    .replace(/[. ]+$/, '');
  return join(BASE, name === '' || RESERVED.test(name) ? `playlist ${name}`.trim() : name);
}

function plainName(path: string): string {
  return path
    .replaceAll('/', ' - ')
    .replace(/[<>:"\\|?*\p{Cc}]/gu, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
}
