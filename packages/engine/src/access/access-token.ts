import { ACCESS_DEFAULTS } from './defaults.js';
import type { Secret } from './secret.js';

/** The user's token for the API, with what came with it. Safe to print. */
export interface AccessToken {
  readonly accessToken: Secret;
  /** What renews it, once; absent when none came with it. */
  readonly refreshToken?: Secret;
  /** The client it was issued to, without which it cannot be renewed. Public, unlike the tokens. */
  readonly clientId?: string;
  /** What it may be used for, in the API's words: "app:docs user:dj". */
  readonly scope?: string;
  /**
   * When it ends, in milliseconds since 1970; absent when nobody said. Counted from when it was pasted, so it may end
   * earlier by as long as it had lain about.
   */
  readonly expiresAt?: number;
}

/** Whether a token can be renewed without the user, and if not, what is missing. */
export type Renewable = 'yes' | 'no-refresh-token' | 'no-client-id';

/** What may be shown of a token. */
export type TokenDescription =
  | { readonly state: 'none' }
  | {
      readonly state: 'valid' | 'expired';
      /** Absent when nobody said how long it is good for: then only the API knows. */
      readonly validUntil?: Date;
      readonly scope?: string;
      readonly renewable: Renewable;
    };

/** What may be shown of a token at a time, in milliseconds since 1970. */
export function describeToken(token: AccessToken | undefined, now: number): TokenDescription {
  if (token === undefined) return { state: 'none' };
  return {
    state: hasExpired(token, now) ? 'expired' : 'valid',
    ...(token.expiresAt === undefined ? {} : { validUntil: new Date(token.expiresAt) }),
    ...(token.scope === undefined ? {} : { scope: token.scope }),
    renewable: renewable(token),
  };
}

/** Whether a token is no longer worth sending: a little before its end, since a request may have to wait its turn. */
export function hasExpired({ expiresAt }: AccessToken, now: number): boolean {
  return expiresAt !== undefined && now >= expiresAt - ACCESS_DEFAULTS.expireEarlyMs;
}

/** Whether a token can be renewed without the user. */
export function renewable({ refreshToken, clientId }: AccessToken): Renewable {
  if (refreshToken === undefined) return 'no-refresh-token';
  return clientId === undefined ? 'no-client-id' : 'yes';
}
