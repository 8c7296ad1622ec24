import { errorCode, errorMessage, FetchError } from '@cuepoint/core';

/** A tab or its whole browser is gone. The request it worked on may be asked again in another. */
export class TabLost extends Error {
  override readonly name = 'TabLost';
}

/** What each error of Chromium's network means to someone who does not know it. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['ERR_CONNECTION_REFUSED', 'The server refused the connection'],
  ['ERR_CONNECTION_RESET', 'The connection was cut'],
  ['ERR_CONNECTION_CLOSED', 'The connection was cut'],
  ['ERR_EMPTY_RESPONSE', 'The server closed the connection without an answer'],
  ['ERR_NAME_NOT_RESOLVED', 'The host name is not known'],
  ['ERR_INTERNET_DISCONNECTED', 'There is no network'],
  ['ERR_ADDRESS_UNREACHABLE', 'There is no way to the server'],
  ['ERR_TOO_MANY_REDIRECTS', 'The redirects go round in a circle'],
  ['ERR_CONTENT_LENGTH_MISMATCH', 'The answer is not as long as it says'],
  ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'The answer was cut short'],
  ['ERR_CONTENT_DECODING_FAILED', 'The body is damaged or cut short'],
]);

const TIMEOUTS: ReadonlySet<string> = new Set(['ERR_TIMED_OUT', 'ERR_CONNECTION_TIMED_OUT']);

/** Codes that mean the network on this side, where a look at it may help. */
const OWN_NETWORK: ReadonlySet<string> = new Set(['ERR_NAME_NOT_RESOLVED', 'ERR_INTERNET_DISCONNECTED']);

/** Chromium's name for a network error that stands in a message, such as `ERR_CONNECTION_RESET`. */
export function networkErrorIn(message: string): string | undefined {
  return /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1];
}

/**
 * Anything that the browser or Playwright gave as the `FetchError` a fetcher may throw. A `FetchError` comes back as it
 * is.
 *
 * @param url The URL that was asked for.
 */
export function toFetchError(error: unknown, url: string): FetchError {
  if (isFetchError(error)) return error;
  const message = firstLine(errorMessage(error));
  const code = networkErrorIn(message) ?? '';
  if (TIMEOUTS.has(code)) {
    return new FetchError('FETCH_TIMEOUT', url, 'The server could not be reached in time', { cause: error });
  }
  const words = WORDS.get(code) ?? (code.startsWith('ERR_CERT') ? 'The server could not prove who it is' : undefined);
  const text = words === undefined ? `The browser could not get the page: ${message}` : `${words} (${code})`;
  return new FetchError('FETCH_NETWORK', url, text, {
    cause: error,
    ...(OWN_NETWORK.has(code) ? { hint: 'Check that this computer is online and that the address is right.' } : {}),
  });
}

/** True for what Playwright says of a tab that crashed or was closed under it. */
export function saysTabLost(error: unknown): boolean {
  return (
    error instanceof TabLost ||
    /has been closed|crashed|Target closed|browser has disconnected/i.test(errorMessage(error))
  );
}

function isFetchError(error: unknown): error is FetchError {
  return error instanceof FetchError || (errorCode(error)?.startsWith('FETCH_') ?? false);
}

/** What follows the first line is Playwright's protocol of the call. */
function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
