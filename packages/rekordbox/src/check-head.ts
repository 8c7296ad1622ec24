import { TextDecoder } from 'node:util';
import type { TextEncodingName } from './decode-text.js';
import { LibraryError } from './library-error.js';

/** Bytes at the beginning of a file that tell what it is. */
export const HEAD_BYTES = 256;

/**
 * Refuses what is no XML at all, before any parsing: what a parser says of a web page or an archive is no help.
 *
 * @param head The first {@link HEAD_BYTES} of the file; fewer only when the file is shorter.
 * @throws {LibraryError} `LIBRARY_EMPTY` or `LIBRARY_NOT_REKORDBOX`.
 */
export function checkHead(head: Uint8Array, encoding: TextEncodingName, file: string): void {
  const text = new TextDecoder(encoding).decode(head).trimStart();
  if (text === '' && head.length < HEAD_BYTES) throw new LibraryError('LIBRARY_EMPTY', file, 'the file is empty');
  const foreign = foreignContent(text);
  if (foreign) throw new LibraryError('LIBRARY_NOT_REKORDBOX', file, `this is ${foreign}, not a Rekordbox export`);
}

function foreignContent(text: string): string | undefined {
  if (text.startsWith('PK\u0003\u0004')) return 'a ZIP archive';
  if (/^<(?:!doctype\s+html|html)\b/i.test(text)) return 'a web page';
  return text === '' || text.startsWith('<') ? undefined : 'no XML';
}
