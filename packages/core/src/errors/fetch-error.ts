import { CuePointError } from './cuepoint-error.js';

/**
 * Everything a fetcher may throw. A fetcher throws transport errors only; what an answer *means* is
 * decided by the catalogue's `classify`.
 *
 * - `FETCH_TIMEOUT`: no complete answer within the attempt's time. Worth another attempt.
 * - `FETCH_NETWORK`: refused, reset, DNS failure, truncated or undecodable body. Worth another attempt.
 * - `FETCH_TOO_LARGE`: the body passed the size limit. Final.
 * - `FETCH_HOST_REFUSED`: the URL or a redirect leads to a host that is not configured. Final.
 * - `FETCH_ABORTED`: the caller's signal fired. Final.
 * - `FETCH_OFFLINE`: only stored pages were to be used, and this one is not among them. Final.
 * - `FETCH_STOPPED`: a policy refused to send the request, because the site had shut us out. Final.
 * - `FETCH_BUDGET`: a policy refused to send the request, because the run has sent as many as it may. Final.
 */
export type FetchErrorCode =
  | 'FETCH_TIMEOUT'
  | 'FETCH_NETWORK'
  | 'FETCH_TOO_LARGE'
  | 'FETCH_HOST_REFUSED'
  | 'FETCH_ABORTED'
  | 'FETCH_OFFLINE'
  | 'FETCH_STOPPED'
  | 'FETCH_BUDGET';

/** A request that ended without an answer. */
export class FetchError extends CuePointError<FetchErrorCode> {
  override readonly name = 'FetchError';
  /** The URL that was asked for. */
  readonly url: string;

  /**
   * @param code Which way it failed.
   * @param url The URL that was asked for.
   * @param message What happened, without the URL: it is appended.
   */
  constructor(
    code: FetchErrorCode,
    url: string,
    message: string,
    options: { readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    super(code, `${message} (${url})`, options);
    this.url = url;
  }
}
