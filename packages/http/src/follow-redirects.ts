import { FetchError } from '@cuepoint/core';
import { HTTP_DEFAULTS } from './defaults.js';
import type { Answer } from './exchange.js';
import type { HostGuard } from './host-guard.js';

type Headers = Readonly<Record<string, string>>;

/** The answer at the end of the redirects, and what it took to get there. */
export interface Followed {
  /** The URL that answered. */
  readonly url: URL;
  readonly answer: Answer;
  /** Milliseconds spent on new connections, all hops together. */
  readonly connectMs: number;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Headers that prove who the user is: another host has no business with them, even a configured one. */
const PERSONAL: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);

/**
 * Sends a request and follows its redirects within the configured hosts.
 *
 * @param asked The URL of the request, for the errors.
 * @param first The same, admitted by the guard.
 * @param send Sends one request without following anything.
 * @throws {FetchError} `FETCH_HOST_REFUSED` when a redirect leads elsewhere, `FETCH_NETWORK` when the redirects go
 *   round in a circle or are too many.
 */
export async function followRedirects(
  asked: string,
  first: URL,
  headers: Headers,
  guard: HostGuard,
  send: (url: URL, headers: Headers) => Promise<Answer>,
): Promise<Followed> {
  const seen = new Set<string>();
  let url = first;
  let sent = headers;
  let connectMs = 0;
  for (;;) {
    seen.add(url.href);
    const answer = await send(url, sent);
    connectMs += answer.connectMs;
    const location = REDIRECTS.has(answer.status) ? answer.headers.location : undefined;
    if (location === undefined) return { url, answer, connectMs };
    const next = guard.admitRedirect(location, url, asked);
    if (seen.has(next.href)) throw lost(asked, 'The redirects go round in a circle');
    if (seen.size > HTTP_DEFAULTS.maxRedirects) throw lost(asked, `More than ${HTTP_DEFAULTS.maxRedirects} redirects`);
    if (next.origin !== url.origin) sent = withoutPersonal(sent);
    url = next;
  }
}

function withoutPersonal(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !PERSONAL.has(name)));
}

function lost(asked: string, message: string): FetchError {
  return new FetchError('FETCH_NETWORK', asked, message);
}
