import { FetchError } from '@cuepoint/core';

/** Lets through only URLs that lead to a configured host. */
export interface HostGuard {
  /**
   * Checks the URL of a request before any connection is made.
   *
   * @param url Absolute.
   * @throws {FetchError} `FETCH_HOST_REFUSED`
   */
  admit(url: string): URL;
  /**
   * Checks where a redirect leads before it is followed.
   *
   * @param location As the header says it: absolute, or relative to `from`.
   * @param from The URL that answered with the redirect.
   * @param asked The URL of the request it began with, for the error.
   * @throws {FetchError} `FETCH_HOST_REFUSED`
   */
  admitRedirect(location: string, from: URL, asked: string): URL;
}

/**
 * A guard for the given origins. A host configured with http may also be reached with https, on the same port or
 * on the usual one: sites redirect to it. The other way round is refused.
 *
 * @param allowedOrigins Absolute http or https URLs; only their origins count.
 * @throws {TypeError} when one of them is not such a URL.
 */
export function createHostGuard(allowedOrigins: readonly string[]): HostGuard {
  const allowed = new Set(allowedOrigins.flatMap(originsOf));
  return {
    admit(url) {
      const target = URL.canParse(url) ? new URL(url) : undefined;
      const reason = reasonToRefuse(target, allowed);
      if (target === undefined || reason !== undefined) throw refused(withoutUser(url), `The address ${reason}`);
      return target;
    },
    admitRedirect(location, from, asked) {
      const target = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
      const reason = reasonToRefuse(target, allowed);
      if (target === undefined || reason !== undefined) throw refused(asked, `A redirect ${reason}`);
      return target;
    },
  };
}

function reasonToRefuse(target: URL | undefined, allowed: ReadonlySet<string>): string | undefined {
  if (target === undefined) return 'leads nowhere';
  if (target.username !== '' || target.password !== '') return 'carries a user name or password';
  if (allowed.has(target.origin)) return undefined;
  // Schemes without a host (file:, data:) have the origin "null".
  return `leads to ${target.origin === 'null' ? target.protocol : target.origin}, which is not configured`;
}

/** The error is shown and logged, so a password must not be in it. */
function withoutUser(url: string): string {
  if (!URL.canParse(url)) return url;
  const clean = new URL(url);
  clean.username = '';
  clean.password = '';
  return clean.href;
}

function originsOf(value: string): string[] {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new TypeError(`Expected \`allowedOrigins\` to hold http or https addresses, got \`${value}\``);
  }
  if (url.protocol === 'https:') return [url.origin];
  return [url.origin, `https://${url.hostname}`, new URL(`https://${url.host}`).origin];
}

function refused(url: string, message: string): FetchError {
  return new FetchError('FETCH_HOST_REFUSED', url, message, {
    hint: 'Only the configured site is contacted; configure the address if it is meant.',
  });
}
