import type { Piece } from '../pages/piece.js';

/** What a request is answered with, before compression. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. Length and encoding are added when it is sent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: readonly Piece[];
}

/** An HTML page. */
export function htmlAnswer(
  status: number,
  body: readonly Piece[],
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-cache, no-store', ...headers },
    body,
  };
}

/** A JSON document. */
export function jsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: [JSON.stringify(value)] };
}
