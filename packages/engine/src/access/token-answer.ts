import { z } from 'zod';
import type { AccessToken } from './access-token.js';
import { ACCESS_DEFAULTS } from './defaults.js';
import { Secret } from './secret.js';

/** A token as it may stand in a header: anything else would end the header, or be no token at all. */
export const tokenText = z
  .string()
  .min(ACCESS_DEFAULTS.minTokenChars)
  .max(ACCESS_DEFAULTS.maxTokenChars)
  .regex(/^[\w\-.~+/]+=*$/);

/** Printable, as header and form want it. */
const label = z
  .string()
  .max(500)
  .regex(/^[\x20-\x7e]+$/);

const seconds = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .pipe(z.number().positive().max(1e10));

/**
 * The answer of `/auth/o/token/`, as the API gives it and as a user pastes it. `client_id` is not part of the API's
 * answer; a user may add it, since a token can only be renewed in the name of the client it was issued to.
 */
export const tokenAnswer = z.object({
  access_token: tokenText,
  refresh_token: tokenText.nullish(),
  token_type: z
    .string()
    .regex(/^bearer$/i)
    .nullish(),
  expires_in: seconds.nullish(),
  scope: label.nullish(),
  client_id: label.nullish(),
});

/** Words of OAuth (RFC 6749, 5.2) for a refusal. */
const REFUSALS: ReadonlySet<string> = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]);

/**
 * The API's own word for a refusal: "invalid_grant". Any other becomes "unknown_error", since it is shown, and nobody
 * knows what it might quote. Undefined for what is no refusal.
 */
export function refusalIn(answer: unknown): string | undefined {
  const refusal = z.object({ error: z.string() }).safeParse(answer);
  if (!refusal.success) return undefined;
  return REFUSALS.has(refusal.data.error) ? refusal.data.error : 'unknown_error';
}

/** The token that an answer holds, counted from a time in milliseconds since 1970. */
export function toAccessToken(answer: z.output<typeof tokenAnswer>, now: number): AccessToken {
  const { refresh_token: refreshToken, client_id: clientId, scope, expires_in: expiresIn } = answer;
  return {
    accessToken: new Secret(answer.access_token),
    ...(refreshToken ? { refreshToken: new Secret(refreshToken) } : {}),
    ...(clientId ? { clientId } : {}),
    ...(scope ? { scope } : {}),
    ...(expiresIn ? { expiresAt: now + expiresIn * 1_000 } : {}),
  };
}
