import { constants, deflateRawSync } from 'node:zlib';

/**
 * A part of a body that is the same on every page, kept with its compressed form: most of a page's 200 kB is constant,
 * and compressing it anew for every request would make this server slower than the clients it measures.
 */
export interface FixedPiece {
  readonly bytes: Buffer;
  /** Raw deflate data that ends on a byte, so that it can stand in the middle of a longer stream. */
  readonly deflated: Buffer;
}

/** A part of a body: a constant one, or text made for this answer. */
export type Piece = FixedPiece | string;

/** Prepares a constant part. */
export function fixedPiece(text: string): FixedPiece {
  const bytes = Buffer.from(text, 'utf8');
  return { bytes, deflated: deflatePiece(bytes, constants.Z_DEFAULT_COMPRESSION) };
}

/** Compresses bytes so that more compressed data may follow. */
export function deflatePiece(bytes: Buffer, level: number): Buffer {
  return deflateRawSync(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH });
}

/** The bytes of a part, as they are without compression. */
export function pieceBytes(piece: Piece): Buffer {
  return typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece.bytes;
}

/** A whole body as text. */
export function piecesText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.bytes.toString('utf8'))).join('');
}
