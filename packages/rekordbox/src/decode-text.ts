import { TextDecoder } from 'node:util';

/** An encoding that XML text can be recognised in by its first bytes. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes of a `<?` or of a byte order mark, as they begin a file in each encoding but UTF-8. */
const BEGINNINGS: readonly (readonly [TextEncodingName, readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]],
];

/**
 * The encoding of XML text. Rekordbox writes UTF-8; Windows editors re-save exports as UTF-16, which is read as well,
 * with or without a byte order mark.
 *
 * @param head The first two bytes at least.
 */
export function detectEncoding(head: Uint8Array): TextEncodingName {
  return BEGINNINGS.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0] ?? 'utf-8';
}

/** Bytes that are no text in the encoding; `valid` is the text before them. */
export class UndecodableTextError extends Error {
  override readonly name = 'UndecodableTextError';
  readonly valid: string;

  constructor(encoding: TextEncodingName, valid: string) {
    super(`the next bytes are no ${encoding.toUpperCase()} text`);
    this.valid = valid;
  }
}

/** Decodes bytes piece by piece, wherever a character is cut. Drops a byte order mark at the beginning. */
export class TextPieces {
  readonly #encoding: TextEncodingName;
  readonly #decoder: TextDecoder;

  constructor(encoding: TextEncodingName) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  /** @throws {UndecodableTextError} */
  write(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes, { stream: true });
    } catch {
      throw new UndecodableTextError(this.#encoding, this.#validPart(bytes));
    }
  }

  /** @throws {UndecodableTextError} when the text ends inside a character. */
  end(): string {
    try {
      return this.#decoder.decode();
    } catch {
      throw new UndecodableTextError(this.#encoding, '');
    }
  }

  /** The decoder does not say how far it came, so the piece is decoded once more, up to the first replacement. */
  #validPart(bytes: Uint8Array): string {
    const lenient = new TextDecoder(this.#encoding).decode(bytes);
    // A piece may begin with the rest of a character that the piece before it began.
    const begin = /^\uFFFD{0,3}/.exec(lenient)?.[0].length ?? 0;
    const end = lenient.indexOf('\uFFFD', begin);
    return end === -1 ? '' : lenient.slice(begin, end);
  }
}
