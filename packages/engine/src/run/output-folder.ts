import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where runs put their files unless told otherwise. */
const BASE = 'cuepoint-out';
/** Longest folder name: Windows allows 260 characters for a whole path. */
const MAX_NAME = 80;
/** Names that Windows gives to devices, also when something stands behind a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The folder for the files of a run: `./cuepoint-out/<playlist>`, with "/" as " - " and without characters that a file
 * system refuses. Several playlists are joined by " + "; the whole collection is `Collection`. A name that is too long is
 * cut, and ends in a digest of the whole: what two playlists found would otherwise replace each other.
 */
export function defaultOutDir(playlists: readonly string[], collection: string): string {
  const names = playlists.length === 0 ? [collection] : playlists;
  const name = shortened(names.map(plainName).join(' + '), names).replace(/[. ]+$/, '');
  return join(BASE, name === '' || RESERVED.test(name) ? `playlist ${name}`.trim() : name);
}

function shortened(name: string, from: readonly string[]): string {
  if (name.length <= MAX_NAME) return name;
  const digest = createHash('sha256').update(JSON.stringify(from)).digest('hex').slice(0, 8);
  // A cut through the middle of a character, an emoji for one, would leave a name that is no text.
  const start = name.slice(0, MAX_NAME - digest.length - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${start.trimEnd()} ${digest}`;
}

function plainName(path: string): string {
  return (
    path
      .replaceAll('/', ' - ')
      .replace(/[<>:"\\|?*\p{Cc}]/gu, '_')
      // They turn the writing direction of whatever a program prints behind the name.
      .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .replace(/^[. ]+/, '')
  );
}
