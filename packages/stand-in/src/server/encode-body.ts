import { brotliCompressSync, constants, crc32, deflateSync } from 'node:zlib';
import { deflatePiece, type Piece, pieceBytes } from '../pages/piece.js';

/** A body as it goes over the wire. */
export interface EncodedBody {
  readonly encoding: 'gzip' | 'br' | 'deflate' | undefined;
  readonly bytes: Buffer;
}

/** Compresses a body the way the client accepts, the cheapest for this server first: gzip, brotli, deflate, none. */
export function encodeBody(pieces: readonly Piece[], acceptEncoding: string | undefined): EncodedBody {
  const accepted = acceptedEncodings(acceptEncoding);
  if (accepted.has('gzip')) return { encoding: 'gzip', bytes: gzipPieces(pieces) };
  const whole = Buffer.concat(pieces.map(pieceBytes));
  if (accepted.has('br')) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length };
    return { encoding: 'br', bytes: brotliCompressSync(whole, { params }) };
  }
  if (accepted.has('deflate')) return { encoding: 'deflate', bytes: deflateSync(whole, { level: 1 }) };
  return { encoding: undefined, bytes: whole };
}

/** One gzip stream made of parts: the constant ones come compressed already, only the rest is compressed now. */
export function gzipPieces(pieces: readonly Piece[]): Buffer {
  const parts: Buffer[] = [gzipHead];
  let checksum = 0;
  let length = 0;
  for (const piece of joinTexts(pieces)) {
    const bytes = pieceBytes(piece);
    // The checksum of nothing is 0, not the checksum so far.
    if (bytes.length === 0) continue;
    checksum = crc32(bytes, checksum);
    length += bytes.length;
    parts.push(typeof piece === 'string' ? deflatePiece(bytes, 1) : piece.deflated);
  }
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(checksum, 0);
  trailer.writeUInt32LE(length >>> 0, 4);
  return Buffer.concat([...parts, lastEmptyBlock, trailer]);
}

/** Neighbouring texts as one: starting a compression costs as much as compressing several kilobytes. */
function joinTexts(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const lastEmptyBlock = Buffer.from([0x03, 0x00]);

function acceptedEncodings(header: string | undefined): ReadonlySet<string> {
  const accepted = new Set<string>();
  for (const entry of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim());
    if (!parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) accepted.add(name);
  }
  return accepted;
}
