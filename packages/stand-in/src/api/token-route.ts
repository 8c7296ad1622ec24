import { type Answer, jsonAnswer } from '../server/answer.js';
import type { StandInSettings } from '../settings.js';
import type { ApiAccess } from './api-access.js';

/** Where a token is renewed, with a form that is posted to it. */
export const tokenPath = '/v4/auth/o/token/';

/**
 * Renews a token: the one kind of grant that a program can ask for by itself. The refresh token is replaced with the
 * access token, and the old one is spent. A password is refused, as the API refuses it to public clients.
 *
 * @param form What was posted; undefined when nothing was.
 */
export function tokenAnswer(access: ApiAccess, form: string | undefined, settings: StandInSettings): Answer {
  if (form === undefined) return jsonAnswer(405, { detail: 'Method "GET" not allowed.' });
  const fields = new URLSearchParams(form);
  if (fields.get('client_id') !== settings.apiClientId) return jsonAnswer(401, { error: 'invalid_client' });
  const grant = fields.get('grant_type');
  if (grant !== 'refresh_token') {
    return jsonAnswer(400, { error: grant === 'password' ? 'unauthorized_client' : 'unsupported_grant_type' });
  }
  if (!access.spend(fields.get('refresh_token') ?? '', settings.apiRefreshTokens)) {
    return jsonAnswer(400, { error: 'invalid_grant' });
  }
  const tokens = access.issue();
  return jsonAnswer(200, {
    access_token: tokens.access,
    expires_in: settings.apiTokenSeconds,
    token_type: 'Bearer',
    scope: 'app:docs user:dj',
    refresh_token: tokens.refresh,
  });
}
