import type { AccessToken } from './access-token.js';
import { ACCESS_DEFAULTS } from './defaults.js';
import { Secret } from './secret.js';
import { refusalIn, toAccessToken, tokenAnswer, tokenText } from './token-answer.js';
import { TokenError } from './token-error.js';

/**
 * Reads the token that a user pastes: the JSON that `/auth/o/token/` answers, a token with or without "Bearer " before
 * it, or a whole `Authorization:` line. White space and quotes around it are ignored.
 *
 * @param now Milliseconds since 1970, from which a lifetime in the JSON is counted.
 * @throws {TokenError} `TOKEN_UNREADABLE`. It quotes nothing of the text.
 */
export function parseToken(text: string, now: number = Date.now()): AccessToken {
  if (text.length > ACCESS_DEFAULTS.maxPastedChars) throw unreadable('The text is too long to be a token.');
  const pasted = withoutQuotes(text.replace(/^\uFEFF/, '').trim());
  if (pasted === '') throw unreadable('There is no token in an empty text.');
  return /^[{[]/.test(pasted) ? parseJson(pasted, now) : parseLine(pasted);
}

function parseJson(pasted: string, now: number): AccessToken {
  const answer = jsonIn(pasted);
  const refusal = refusalIn(answer);
  if (refusal !== undefined) throw unreadable(`This is a refusal of the API (${refusal}), not a token.`);
  const read = tokenAnswer.safeParse(answer);
  if (read.success) return toAccessToken(read.data, now);
  const field = String(read.error.issues[0]?.path[0] ?? 'access_token');
  throw unreadable(
    field === 'access_token'
      ? 'The JSON holds no usable "access_token".'
      : `In the JSON "${field}" is not what the API sends.`,
  );
}

function jsonIn(pasted: string): unknown {
  try {
    return JSON.parse(pasted);
  } catch {
    // The parser's own message quotes the text.
    throw unreadable('The text looks like JSON and is not: part of it may be missing.');
  }
}

function parseLine(pasted: string): AccessToken {
  const value = withoutQuotes(pasted.replace(/^authorization\s*:\s*/i, ''));
  const token = withoutQuotes(value.replace(/^bearer(?:\s+|$)/i, ''));
  if (token === '') throw unreadable('There is no token behind "Bearer".');
  if (/\s/.test(token)) throw unreadable('The text has several words; a token is one, with "Bearer" before it or not.');
  if (!tokenText.safeParse(token).success) {
    throw unreadable('The text is no token: it is too short, or has characters that no token has.');
  }
  return { accessToken: new Secret(token) };
}

function withoutQuotes(text: string): string {
  return /^(["'`])(.*)\1$/s.exec(text)?.[2]?.trim() ?? text;
}

function unreadable(message: string): TokenError {
  return new TokenError('TOKEN_UNREADABLE', message, {
    hint: 'Paste the JSON of the token, the token alone, or the whole Authorization line.',
  });
}
