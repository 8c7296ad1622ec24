import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { errorCode } from '@cuepoint/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decompress } from './decompress.js';

const url = 'https://www.example.test/page';
const plain = Buffer.from('Zoë ✓ Ødegaard '.repeat(50));
const MB = 1024 * 1024;

function codeOf(promise: Promise<unknown>): Promise<string | undefined> {
  return promise.then(
    () => 'no error',
    (error: unknown) => errorCode(error),
  );
}

describe('decompress', () => {
  it.each([
    ['no header', undefined, plain],
    ['identity', 'identity', plain],
    ['gzip', 'gzip', gzipSync(plain)],
    ['GZIP in capitals', 'GZIP', gzipSync(plain)],
    ['x-gzip', 'x-gzip', gzipSync(plain)],
    ['gzip in two members', 'gzip', Buffer.concat([gzipSync(plain.subarray(0, 9)), gzipSync(plain.subarray(9))])],
    ['deflate with the zlib wrapping', 'deflate', deflateSync(plain)],
    ['deflate without it', 'deflate', deflateRawSync(plain)],
    ['br', 'br', brotliCompressSync(plain)],
    ['one upon another', 'gzip, identity, br', brotliCompressSync(gzipSync(plain))],
  ])('undoes %s', async (_name, encoding, body) => {
    expect((await decompress(body, encoding, plain.length, url)).toString()).toBe(plain.toString());
  });

  it.each(['gzip', 'br', 'deflate', 'zstd'])('takes an empty body in %s for empty', async (encoding) => {
    expect((await decompress(Buffer.alloc(0), encoding, 10, url)).length).toBe(0);
  });

  it.each([
    ['gzip cut short', 'gzip', gzipSync(plain).subarray(0, -1)],
    ['br cut short', 'br', brotliCompressSync(plain).subarray(0, -1)],
    ['deflate cut short', 'deflate', deflateSync(plain).subarray(0, -1)],
    ['a page that only says it is gzip', 'gzip', plain],
    ['an encoding not asked for', 'zstd', plain],
    ['too many encodings', 'gzip,gzip,gzip,gzip', plain],
    ['the name of something every object has', 'constructor', plain],
  ])('gives FETCH_NETWORK for %s', async (_name, encoding, body) => {
    expect(await codeOf(decompress(body, encoding, plain.length, url))).toBe('FETCH_NETWORK');
  });

  it.each([
    ['gzip', gzipSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['deflate', deflateSync(plain)],
  ])('gives FETCH_TOO_LARGE for one byte too many in %s', async (encoding, body) => {
    expect(await codeOf(decompress(body, encoding, plain.length - 1, url))).toBe('FETCH_TOO_LARGE');
  });

  it('does not unpack a bomb', async () => {
    const bomb = Buffer.concat(Array<Buffer>(100).fill(gzipSync(Buffer.alloc(10 * MB))));
    const before = process.resourceUsage().maxRSS;
    expect(await codeOf(decompress(bomb, 'gzip', MB, url))).toBe('FETCH_TOO_LARGE');
    // maxRSS is in kilobytes; unpacked, the bomb has a gigabyte.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(200 * 1024);
  });

  it('gives back whatever was compressed, or an error of ours when bytes were changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(), fc.nat(255), async (bytes, at, value) => {
        const packed = gzipSync(bytes);
        expect(await decompress(packed, 'gzip', 400, url)).toEqual(Buffer.from(bytes));
        packed[at % packed.length] = value;
        expect(['no error', 'FETCH_NETWORK', 'FETCH_TOO_LARGE']).toContain(
          await codeOf(decompress(packed, 'gzip', 400, url)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('gives FETCH_NETWORK for noise in every encoding', async () => {
    for (const encoding of ['gzip', 'deflate', 'br']) {
      expect(await codeOf(decompress(Buffer.alloc(500, 7), encoding, MB, url))).toBe('FETCH_NETWORK');
    }
  });
});
