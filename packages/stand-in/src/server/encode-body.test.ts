import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedPiece, piecesText } from '../pages/piece.js';
import { encodeBody, gzipPieces } from './encode-body.js';

const pieces = [fixedPiece('<html>é'.repeat(500)), 'made ', 'for you ✓', fixedPiece('</html>')];

describe('encodeBody', () => {
  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['br;q=1.0, *;q=0.1', 'br'],
    ['gzip;q=0, br', 'br'],
    ['deflate', 'deflate'],
    ['identity', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('accepting %j gives %s', (accepted, encoding) => {
    const encoded = encodeBody(pieces, accepted);
    expect(encoded.encoding).toBe(encoding);
    const plain =
      encoded.encoding === 'gzip'
        ? gunzipSync(encoded.bytes)
        : encoded.encoding === 'br'
          ? brotliDecompressSync(encoded.bytes)
          : encoded.encoding === 'deflate'
            ? inflateSync(encoded.bytes)
            : encoded.bytes;
    expect(plain.toString('utf8')).toBe(piecesText(pieces));
  });
});

describe('gzipPieces', () => {
  it('makes one valid stream of any parts', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }).map(fixedPiece),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
        expect(gunzipSync(gzipPieces(parts)).toString('utf8')).toBe(Buffer.from(piecesText(parts)).toString('utf8'));
      }),
    );
  });
});
