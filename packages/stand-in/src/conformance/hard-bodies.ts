import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** A drip ends by itself after this time, in milliseconds, so that a forgotten one does not hold a test run. */
const longestDripMs = 60_000;
const chunkBytes = 65_536;
const html = { 'content-type': 'text/html; charset=utf-8' };

/** "late", after some milliseconds. */
export function sendDelayed(response: ServerResponse, ms: number): void {
  const timer = setTimeout(() => {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'content-length': '4' });
    response.end('late');
  }, ms);
  response.once('close', () => clearTimeout(timer));
}

/** One byte every so many milliseconds. */
export function sendDrip(response: ServerResponse, everyMs: number): void {
  response.writeHead(200, html);
  response.flushHeaders();
  const timer = setInterval(() => response.write('.'), Math.max(1, everyMs));
  const end = setTimeout(() => response.end(), longestDripMs);
  response.once('close', () => {
    clearInterval(timer);
    clearTimeout(end);
  });
}

/** Ten bytes of a thousand, then the end of the connection. */
export function sendTruncated(response: ServerResponse): void {
  response.writeHead(200, { ...html, 'content-length': '1000' });
  response.write('0123456789', () => response.socket?.end());
}

/** So many bytes, uncompressed, with their length announced. */
export function sendBig(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'content-length': String(bytes) });
  pour(pipeline(Readable.from(chunks(bytes)), response));
}

/** A small compressed body that grows to so many bytes. */
export function sendBomb(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { ...html, 'content-encoding': 'gzip' });
  pour(pipeline(Readable.from(chunks(bytes)), createGzip({ level: 9 }), response));
}

function* chunks(bytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(chunkBytes, 'x');
  for (let left = bytes; left > 0; left -= chunkBytes) yield left < chunkBytes ? chunk.subarray(0, left) : chunk;
}

/** A client that stops reading what is too large is what these bodies are for, not a failure of the server. */
function pour(sending: Promise<void>): void {
  sending.catch(() => undefined);
}
