import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { sendBig, sendBomb, sendDelayed, sendDrip, sendTruncated } from './hard-bodies.js';

/** First part of the addresses that the conformance kit of fetchers uses. */
export const conformancePrefix = '/__test/';

/** A request to one of these routes. */
export interface ConformanceExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

/**
 * Answers exactly what a fetcher's test needs to see, byte for byte; neither latency nor faults apply here.
 *
 * `echo`, `status/NNN`, `encoded/gzip|br|deflate|identity`, `charset/latin1`, `redirect/N`, `redirect-to?url=`,
 * `redirect-loop`, `delay/MS`, `drip/MS`, `truncated`, `truncated-gzip`, `reset`, `reset-at-once`, `big/BYTES`,
 * `bomb/BYTES`, `set-cookie`.
 */
export function answerConformance(exchange: ConformanceExchange): void {
  const [name = '', argument = ''] = exchange.url.pathname.slice(conformancePrefix.length).split('/');
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (route === undefined) send(exchange.response, 404, plain, 'no such test route');
  else route(exchange, argument);
}

/** The text of `encoded`: every letter of it is wrong when decoding is. */
const accented = 'Zoë ✓ Ødegaard';
const plain = { 'content-type': 'text/plain; charset=utf-8' };
const html = { 'content-type': 'text/html; charset=utf-8' };

const routes: Readonly<Record<string, (exchange: ConformanceExchange, argument: string) => void>> = {
  echo: ({ request, response }) =>
    sendJson(response, { method: request.method, url: request.url, headers: request.headers }),
  status: ({ response }, argument) => {
    const status = clamp(number(argument), 200, 599);
    send(response, status, plain, `status ${argument}`);
  },
  encoded: ({ response }, argument) => sendEncoded(response, argument),
  charset: ({ response }) =>
    send(response, 200, { 'content-type': 'text/html; charset=iso-8859-1' }, Buffer.from('Zoë', 'latin1')),
  redirect: ({ response }, argument) => {
    const left = number(argument) - 1;
    redirect(response, left > 0 ? `${conformancePrefix}redirect/${left}` : `${conformancePrefix}echo`);
  },
  'redirect-to': ({ response, url }) => redirect(response, url.searchParams.get('url') ?? `${conformancePrefix}echo`),
  'redirect-loop': ({ response }) => redirect(response, `${conformancePrefix}redirect-loop`),
  delay: ({ response }, argument) => sendDelayed(response, number(argument)),
  drip: ({ response }, argument) => sendDrip(response, number(argument)),
  truncated: ({ response }) => sendTruncated(response),
  'truncated-gzip': ({ response }) => {
    const whole = gzipSync(accented.repeat(200));
    send(response, 200, { ...html, 'content-encoding': 'gzip' }, whole.subarray(0, Math.floor(whole.length / 2)));
  },
  reset: ({ response }) => {
    response.writeHead(200, { ...html, 'content-length': '1000' });
    response.flushHeaders();
    // The head must have left, or the client cannot tell this from `reset-at-once`.
    response.write('head', () => response.socket?.resetAndDestroy());
  },
  'reset-at-once': ({ response }) => response.socket?.resetAndDestroy(),
  big: ({ response }, argument) => sendBig(response, number(argument)),
  bomb: ({ response }, argument) => sendBomb(response, number(argument)),
  'set-cookie': ({ response }) => {
    response.setHeader('set-cookie', ['stand_in=kept; Path=/; HttpOnly', 'stand_in_gone=1; Path=/; Max-Age=0']);
    send(response, 200, plain, 'cookie set');
  },
};

/** Sends a JSON document. */
export function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, { 'content-type': 'application/json' }, JSON.stringify(value));
}

function sendEncoded(response: ServerResponse, encoding: string): void {
  const bytes = Buffer.from(accented, 'utf8');
  const encode = Object.hasOwn(encoders, encoding) ? encoders[encoding] : undefined;
  if (encode === undefined) send(response, 404, plain, 'no such encoding');
  else
    send(
      response,
      200,
      { ...html, ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }) },
      encode(bytes),
    );
}

const encoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => gzipSync(bytes),
  br: (bytes) => brotliCompressSync(bytes),
  deflate: (bytes) => deflateSync(bytes),
  identity: (bytes) => bytes,
};

function redirect(response: ServerResponse, location: string): void {
  send(response, 302, { location }, '');
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): void {
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  response.end(body);
}

function number(text: string): number {
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : 0;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
