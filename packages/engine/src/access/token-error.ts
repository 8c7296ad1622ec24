import { CuePointError } from '@cuepoint/core';

/**
 * - `TOKEN_UNREADABLE`: what was pasted is not a token.
 * - `TOKEN_FILE_UNUSABLE`: the file of the token cannot be read or written, or is damaged.
 * - `TOKEN_MISSING`: nobody has logged in.
 * - `TOKEN_EXPIRED`: the token has expired and cannot be renewed.
 * - `TOKEN_RENEWAL_FAILED`: renewing it was tried and failed.
 * - `TOKEN_UNSAFE_ADDRESS`: the configured API would be sent the token unencrypted.
 */
export type TokenErrorCode =
  | 'TOKEN_UNREADABLE'
  | 'TOKEN_FILE_UNUSABLE'
  | 'TOKEN_MISSING'
  | 'TOKEN_EXPIRED'
  | 'TOKEN_RENEWAL_FAILED'
  | 'TOKEN_UNSAFE_ADDRESS';

/**
 * Something is wrong with the user's access to the API. Neither the message nor anything else in it holds a token: it
 * has no `cause` where that would be the work of a parser, which likes to quote what it could not read.
 */
export class TokenError extends CuePointError<TokenErrorCode> {
  override readonly name = 'TokenError';
}
