import type { TokenSource } from '@cuepoint/beatport';
import { loopback } from '../settings/rate.js';
import { type AccessToken, hasExpired, renewable } from './access-token.js';
import { ACCESS_DEFAULTS } from './defaults.js';
import { type RenewalRequest, renewToken } from './renew-token.js';
import { TokenError } from './token-error.js';
import type { TokenFile } from './token-file.js';

/** What a token source is made of. */
export interface TokenSourceOptions extends Pick<RenewalRequest, 'apiUrl' | 'userAgent'> {
  readonly file: Pick<TokenFile, 'read' | 'replace'>;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

/**
 * The user's token for a catalogue of the API. Renewed when it has expired or was refused, and where that is possible;
 * the renewed one is in the file before it is used, because the old refresh token is spent by then.
 *
 * Whenever a token is no longer good the file is looked at first: a login while a run is under way helps that run.
 *
 * @throws {TokenError} `TOKEN_UNSAFE_ADDRESS` when the API is neither on https nor on this machine.
 */
export function createTokenSource({ file, apiUrl, userAgent, now = Date.now }: TokenSourceOptions): TokenSource {
  refuseUnsafe(apiUrl);
  let held: AccessToken | undefined;
  let renewing: Promise<AccessToken | undefined> | undefined;
  let failed: Failed | undefined;

  /** The token of the file, where it is another one and still good; else a renewed one; undefined when neither. */
  async function replacementFor(refused: string): Promise<AccessToken | undefined> {
    const stored = await file.read();
    if (stored === undefined) return undefined;
    if (stored.accessToken.reveal() !== refused && !hasExpired(stored, now())) return stored;
    if (renewable(stored) !== 'yes') return undefined;
    const secret = stored.refreshToken?.reveal();
    if (failed !== undefined && failed.secret === secret && now() < failed.until) throw failed.error;
    const renewal = await renewToken({ apiUrl, token: stored, userAgent, now });
    if (renewal.outcome === 'renewed') {
      await file.replace(renewal.token);
      return renewal.token;
    }
    if (renewal.outcome === 'spent') {
      const { refreshToken: _, ...rest } = stored;
      await file.replace(rest);
      return undefined;
    }
    const until = renewal.final ? Number.POSITIVE_INFINITY : now() + ACCESS_DEFAULTS.renewPauseMs;
    failed = { secret, until, error: renewalFailed(renewal.why, renewal.final) };
    throw failed.error;
  }

  /** All who ask at the same time share one renewal. */
  async function replace(refused: string): Promise<string | undefined> {
    renewing ??= replacementFor(refused).finally(() => {
      renewing = undefined;
    });
    const token = await renewing;
    held = token ?? held;
    return token?.accessToken.reveal();
  }

  return {
    current: async () => {
      held ??= await file.read();
      if (held === undefined) throw missing();
      const token = held.accessToken.reveal();
      if (!hasExpired(held, now())) return token;
      const replacement = await replace(token);
      if (replacement !== undefined) return replacement;
      throw expired((await file.read()) ?? held);
    },
    refresh: replace,
  };
}

/** A renewal that is not tried again for a while. */
interface Failed {
  /** The refresh token it was tried with. */
  readonly secret: string | undefined;
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly error: TokenError;
}

function refuseUnsafe(apiUrl: string): void {
  if (new URL(apiUrl).protocol === 'https:' || loopback(apiUrl)) return;
  throw new TokenError('TOKEN_UNSAFE_ADDRESS', `The API token would be sent to ${apiUrl} unencrypted.`, {
    hint: 'Set the address of the API to one that begins with https://.',
  });
}

function missing(): TokenError {
  return new TokenError('TOKEN_MISSING', "There is no token for Beatport's API.", { hint: LOG_IN });
}

function expired(token: AccessToken): TokenError {
  const when = token.expiresAt === undefined ? '' : ` on ${new Date(token.expiresAt).toISOString()}`;
  return new TokenError('TOKEN_EXPIRED', `The token for Beatport's API expired${when} and cannot be renewed.`, {
    hint:
      renewable(token) === 'no-client-id'
        ? `It was pasted without the "client_id" it was issued to, which a renewal needs. ${LOG_IN}`
        : LOG_IN,
  });
}

function renewalFailed(why: string, final: boolean): TokenError {
  return new TokenError('TOKEN_RENEWAL_FAILED', `Beatport's API did not renew the token: ${why}.`, {
    hint: final ? LOG_IN : 'Try again later, or log in with a new token.',
  });
}

const LOG_IN = 'Log in with a new token: cuepoint login.';
