import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { errorCode, FetchError } from '@cuepoint/core';
import { HTTP_DEFAULTS } from './defaults.js';

type Inflate = (body: Buffer, options: ZlibOptions) => Promise<Buffer>;

const fromGzip: Inflate = promisify(gunzip);
const fromBrotli: Inflate = promisify(brotliDecompress);
const fromZlib: Inflate = promisify(inflate);
const fromRawDeflate: Inflate = promisify(inflateRaw);

/** "deflate" means the zlib format, yet some servers send the bare stream (RFC 9110, 8.4.1.2); 8 is zlib's method. */
const fromDeflate: Inflate = (body, options) =>
  ((body[0] ?? 0) & 0x0f) === 8 ? fromZlib(body, options) : fromRawDeflate(body, options);

const INFLATE: ReadonlyMap<string, Inflate> = new Map([
  ['gzip', fromGzip],
  ['x-gzip', fromGzip],
  ['deflate', fromDeflate],
  ['br', fromBrotli],
]);

/**
 * Undoes `Content-Encoding`. Stops at the limit, so that a small body that unpacks to gigabytes never does.
 *
 * @param body The whole body as it came.
 * @param contentEncoding The header's value; several encodings are undone from last to first.
 * @param maxBytes Largest result, in bytes.
 * @param url For the errors.
 * @throws {FetchError} `FETCH_TOO_LARGE` past the limit, `FETCH_NETWORK` when the body is cut short, damaged, or in
 *   an encoding that was not asked for.
 */
export async function decompress(
  body: Buffer,
  contentEncoding: string | undefined,
  maxBytes: number,
  url: string,
): Promise<Buffer> {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > HTTP_DEFAULTS.maxEncodings) {
    throw new FetchError('FETCH_NETWORK', url, `The body is compressed ${encodings.length} times over`);
  }
  let result = body;
  for (const encoding of encodings.reverse()) result = await undo(result, encoding, maxBytes, url);
  return result;
}

async function undo(body: Buffer, encoding: string, maxBytes: number, url: string): Promise<Buffer> {
  // Answers without a body (304, an empty 404) often still name an encoding.
  if (body.length === 0) return body;
  const inflateBody = INFLATE.get(encoding);
  if (inflateBody === undefined) {
    throw new FetchError('FETCH_NETWORK', url, `The body is in an encoding that was not asked for, "${encoding}"`);
  }
  try {
    return await inflateBody(body, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (errorCode(cause) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes, url);
    throw new FetchError('FETCH_NETWORK', url, `The body is damaged or cut short (${encoding})`, { cause });
  }
}

/** The error for a body that passes the limit, however it does. */
export function tooLarge(maxBytes: number, url: string): FetchError {
  return new FetchError('FETCH_TOO_LARGE', url, `The answer is larger than the limit of ${maxBytes} bytes`);
}
