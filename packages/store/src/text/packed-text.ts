import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { STORE_DEFAULTS } from '../defaults.js';

/** A text, about a tenth of its size. Half a surrogate pair, which no decoded page holds, does not come back. */
export function packText(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: STORE_DEFAULTS.brotliQuality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The text that was packed; undefined when the bytes are broken, as far as that shows (there is no checksum in them). */
export function unpackText(packed: Uint8Array): string | undefined {
  try {
    return brotliDecompressSync(packed).toString('utf8');
  } catch {
    return undefined;
  }
}

/** SHA-256 of a text, in hexadecimal. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
