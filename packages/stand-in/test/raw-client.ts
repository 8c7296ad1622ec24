import { type IncomingHttpHeaders, request } from 'node:http';

/** An answer as it came over the wire, whole or not. */
export interface RawAnswer {
  /** 0 when the connection ended before a head came. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As sent, compressed if it was. */
  readonly bytes: Buffer;
  readonly text: string;
  /** Whether the body came to its announced end. */
  readonly complete: boolean;
  /** Code of the error that ended it. */
  readonly error?: string;
}

/** What to send, and when to stop listening. */
export interface RawOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Called with what has come so far; true ends the request from this side. */
  readonly enough?: (bytes: number) => boolean;
  readonly signal?: AbortSignal;
}

/** Gets an address without any help: no decompression, no redirects, no retry, a connection of its own. */
export function rawGet(url: string, options: RawOptions = {}): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const { method = 'GET', body, enough, signal } = options;
    const headers = { 'user-agent': 'raw-client/1.0', ...options.headers };
    const parts: Buffer[] = [];
    let head: { readonly status: number; readonly headers: IncomingHttpHeaders } = { status: 0, headers: {} };
    const finish = (complete: boolean, error?: string): void => {
      const bytes = Buffer.concat(parts);
      resolve({ ...head, bytes, text: bytes.toString('utf8'), complete, ...(error === undefined ? {} : { error }) });
    };
    const asked = request(
      url,
      { method, headers, agent: false, ...(signal === undefined ? {} : { signal }) },
      (answer) => {
        head = { status: answer.statusCode ?? 0, headers: answer.headers };
        answer.on('data', (part: Buffer) => {
          parts.push(part);
          if (enough?.(Buffer.concat(parts).length) === true) answer.destroy();
        });
        answer.on('error', (error: NodeJS.ErrnoException) => finish(false, error.code));
        answer.on('close', () => finish(answer.complete));
      },
    );
    asked.on('error', (error: NodeJS.ErrnoException) => finish(false, error.code));
    asked.end(body);
  });
}
