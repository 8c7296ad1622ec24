import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultRule } from '../settings.js';
import type { Answer } from './answer.js';
import { encodeBody, gzipPieces } from './encode-body.js';
import type { OpenRecord } from './request-log.js';

/** Sends an answer, whole, or spoilt on its way by a fault that concerns the way. */
export function deliver(
  exchange: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly record: OpenRecord },
  answer: Answer,
  options: { readonly compress: boolean; readonly fault?: FaultRule | undefined },
): void {
  const { request, response, record } = exchange;
  const fault = options.fault?.name;
  if (fault === 'hang') return;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const accepted = request.headers['accept-encoding'];
  const encoded =
    fault === 'truncated-gzip'
      ? { encoding: 'gzip', bytes: half(gzipPieces(answer.body)) }
      : encodeBody(answer.body, options.compress ? accepted : undefined);
  const { encoding, bytes } = encoded;
  record.status(answer.status);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
    ...(options.compress ? { vary: 'Accept-Encoding' } : {}),
    'content-length': String(bytes.length),
  });
  if (fault === 'reset-mid-body' || fault === 'truncated') {
    const part = half(bytes);
    response.write(part, () => {
      record.sent(part.length);
      // The bytes must have left before the connection goes, or the client sees neither.
      if (fault === 'truncated') response.socket?.end();
      else response.socket?.resetAndDestroy();
    });
    return;
  }
  if (fault === 'drip') {
    drip(response, record, bytes, options.fault?.dripBytes ?? 1024, options.fault?.dripMs ?? 100);
    return;
  }
  response.end(bytes);
  record.sent(bytes.length);
}

function drip(response: ServerResponse, record: OpenRecord, bytes: Buffer, size: number, everyMs: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    const part = bytes.subarray(sent, sent + size);
    response.write(part);
    record.sent(part.length);
    sent += part.length;
    if (sent < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, everyMs);
  response.once('close', () => clearInterval(timer));
}

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}
