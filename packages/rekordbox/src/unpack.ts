import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { errorCode } from '@cuepoint/core';
import { LibraryError } from './library-error.js';

type Bytes = AsyncIterable<Uint8Array>;

/** The bytes of the XML: unpacked when the first two bytes say gzip, whatever the file is called. */
export async function* unpack(chunks: Bytes, file: string): AsyncGenerator<Uint8Array> {
  const source = withWholeHead(chunks, 2);
  try {
    const first = await source.next();
    if (first.done) return;
    const all = prepend(first.value, source);
    yield* isGzip(first.value) ? gunzip(all, file) : all;
  } finally {
    await source.return(undefined);
  }
}

/** The same bytes, cut so that the first chunk has at least `count` of them, if there are as many. */
export async function* withWholeHead(chunks: Bytes, count: number): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of chunks) {
    if (head && head.length + chunk.length < count) {
      head = Buffer.concat([head, chunk]);
    } else {
      yield head && head.length > 0 ? Buffer.concat([head, chunk]) : chunk;
      head = undefined;
    }
  }
  if (head) yield head;
}

async function* prepend(first: Uint8Array, rest: Bytes): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function* gunzip(chunks: Bytes, file: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // Its errors come out of the loop below; without a handler here they would also end the process.
  const feeding = pipeline(chunks, gunzip).catch(() => undefined);
  try {
    yield* gunzip;
  } catch (cause) {
    if (!errorCode(cause)?.startsWith('Z_')) throw cause;
    throw new LibraryError('LIBRARY_MALFORMED', file, 'the compressed data are damaged or cut off', { cause });
  } finally {
    gunzip.destroy();
    await feeding;
  }
}
