import { errorCode, errorMessage, FetchError } from '@cuepoint/core';

/** What each code of undici and of the operating system means to someone who knows neither. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'The server refused the connection'],
  ['ECONNRESET', 'The connection was cut'],
  ['EPIPE', 'The connection was cut'],
  ['ENOTFOUND', 'The host name is not known'],
  ['EAI_AGAIN', 'The host name could not be looked up'],
  ['EHOSTUNREACH', 'There is no way to the server'],
  ['ENETUNREACH', 'There is no network'],
  ['UND_ERR_SOCKET', 'The server closed the connection before the answer was complete'],
  ['UND_ERR_HEADERS_OVERFLOW', 'The head of the answer is too long'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'The answer is not as long as it says'],
  ['UND_ERR_INVALID_ARG', 'The request cannot be sent'],
]);

const TIMEOUTS: ReadonlySet<string> = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/** Codes that mean the network on this side, where a look at it may help. */
const OWN_NETWORK: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Codes of a connection that ended without a word. */
const CUT: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** True where the other side ended the connection. */
export function isConnectionCut(error: unknown): boolean {
  return CUT.has(errorCode(error) ?? '');
}

/**
 * Any failure of the transport as the `FetchError` a fetcher may throw. A `FetchError` comes back as it is.
 *
 * @param error Whatever undici, TLS or the operating system gave.
 * @param url The URL that was asked for.
 */
export function toFetchError(error: unknown, url: string): FetchError {
  if (isFetchError(error)) return error;
  const code = errorCode(error) ?? '';
  if (TIMEOUTS.has(code)) {
    return new FetchError('FETCH_TIMEOUT', url, 'The server could not be reached in time', { cause: error });
  }
  return new FetchError('FETCH_NETWORK', url, `${describe(code)}: ${errorMessage(error) || code}`, {
    cause: error,
    ...(OWN_NETWORK.has(code) ? { hint: 'Check that this computer is online and that the address is right.' } : {}),
  });
}

function isFetchError(error: unknown): error is FetchError {
  return errorCode(error)?.startsWith('FETCH_') ?? false;
}

function describe(code: string): string {
  const known = WORDS.get(code);
  if (known !== undefined) return known;
  if (code.startsWith('HPE_')) return 'The answer is not HTTP';
  if (/CERT|TLS|SSL|UNABLE_TO_/.test(code)) return 'The server could not prove who it is';
  return 'The request failed on its way';
}
