import { createHash } from 'node:crypto';
import { checkHead, HEAD_BYTES } from './check-head.js';
import { detectEncoding, TextPieces, UndecodableTextError } from './decode-text.js';
import type { RekordboxLibrary } from './library.js';
import { LibraryBuilder } from './library-builder.js';
import { LibraryError } from './library-error.js';
import { PIECE_BYTES, READER_LIMITS } from './limits.js';
import { buildPlaylistTree } from './playlist-tree.js';
import { unpack, withWholeHead } from './unpack.js';
import { WarningCollector } from './warnings.js';
import { XmlScanner } from './xml-scanner.js';

/** How far the reading has come. */
export interface ReadProgress {
  /** Bytes of the file read so far; of the compressed ones for a `.gz`. */
  readonly bytesRead: number;
  /** Tracks found so far. */
  readonly tracks: number;
}

/** How to parse. */
export interface ParseOptions {
  /** What to call the file in the result and in errors. */
  readonly name: string;
  /** Called after each chunk. Default: not called. */
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Most bytes of XML after unpacking, before the file is refused. Default 2 GiB, about two million tracks. */
  readonly maxXmlBytes?: number;
}

/**
 * Reads an export from its bytes: XML in UTF-8 or UTF-16, plain or gzip, however it is cut into chunks.
 *
 * Beat grids and cue marks are checked as XML and passed over. Memory grows with the tracks, not with the file.
 *
 * @throws {LibraryError} for anything that is not a whole, well-formed export. An error of `chunks` itself passes
 *   through as it is.
 */
export async function parseLibrary(
  chunks: AsyncIterable<Uint8Array>,
  options: ParseOptions,
): Promise<RekordboxLibrary> {
  const file = options.name;
  const warnings = new WarningCollector();
  const builder = new LibraryBuilder(warnings);
  const hash = createHash('sha256');
  let readToTheEnd = false;

  async function* observed(): AsyncGenerator<Uint8Array> {
    let bytesRead = 0;
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytesRead += chunk.length;
      yield chunk;
      options.onProgress?.({ bytesRead, tracks: builder.tracks.size });
    }
    readToTheEnd = true;
  }

  const maxXmlBytes = options.maxXmlBytes ?? READER_LIMITS.xmlBytes;
  await scan(unpack(observed(), file), new XmlScanner(file, builder), { file, maxXmlBytes });
  // Unpacking stops at padding, and a hash of half the file would name another file.
  if (!readToTheEnd) throw new LibraryError('LIBRARY_MALFORMED', file, 'something follows the compressed data');
  builder.end();
  const root = buildPlaylistTree(builder.root, builder.tracks, warnings);
  return {
    file,
    sha256: hash.digest('hex'),
    product: builder.product,
    version: builder.version,
    tracks: builder.tracks,
    root,
    warnings: warnings.list(),
  };
}

async function scan(
  xml: AsyncIterable<Uint8Array>,
  scanner: XmlScanner,
  { file, maxXmlBytes }: { readonly file: string; readonly maxXmlBytes: number },
): Promise<void> {
  let text: TextPieces | undefined;
  let size = 0;
  try {
    for await (const chunk of withWholeHead(xml, HEAD_BYTES)) {
      text ??= begin(chunk.subarray(0, HEAD_BYTES), file);
      size += chunk.length;
      if (size > maxXmlBytes) scanner.fail('LIBRARY_TOO_LARGE', `more than ${maxXmlBytes} bytes of XML`);
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        scanner.write(text.write(chunk.subarray(at, at + PIECE_BYTES)));
      }
    }
    if (text) scanner.write(text.end());
  } catch (error) {
    if (!(error instanceof UndecodableTextError)) throw error;
    scanner.write(error.valid);
    scanner.fail('LIBRARY_MALFORMED', error.message, error);
  }
  scanner.close();
}

function begin(head: Uint8Array, file: string): TextPieces {
  const encoding = detectEncoding(head);
  checkHead(head, encoding, file);
  return new TextPieces(encoding);
}
