import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '@cuepoint/core';
import { z } from 'zod';
import type { AccessToken } from './access-token.js';
import { Secret } from './secret.js';
import { tokenText } from './token-answer.js';
import { TokenError } from './token-error.js';

/** Names as the API writes them, so that a person who looks into the file knows what is what. */
const fileSchema = z.object({
  version: z.literal(1),
  access_token: tokenText,
  refresh_token: tokenText.optional(),
  client_id: z.string().min(1).optional(),
  scope: z.string().optional(),
  /** ISO 8601. */
  expires_at: z.iso.datetime().optional(),
});

/**
 * The token in a file; undefined when there is no file.
 *
 * @throws {TokenError} `TOKEN_FILE_UNUSABLE`.
 */
export async function readStoredToken(path: string): Promise<AccessToken | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw unusable(path, `cannot be read (${errorCode(error) ?? 'unknown'})`, error);
  }
  const file = fileSchema.safeParse(jsonIn(text));
  // Neither parser's message goes on: both may quote the file.
  if (!file.success) throw unusable(path, 'is damaged, or was written by a newer version');
  const { access_token, refresh_token, client_id, scope, expires_at } = file.data;
  return {
    accessToken: new Secret(access_token),
    ...(refresh_token === undefined ? {} : { refreshToken: new Secret(refresh_token) }),
    ...(client_id === undefined ? {} : { clientId: client_id }),
    ...(scope === undefined ? {} : { scope }),
    ...(expires_at === undefined ? {} : { expiresAt: Date.parse(expires_at) }),
  };
}

/**
 * Puts a token into a file, in one step: a crash leaves the old one or the new one. The file has the mode 0600; on
 * Windows, where modes mean nothing, the user's profile folder protects it.
 *
 * @throws {TokenError} `TOKEN_FILE_UNUSABLE`.
 */
export async function storeToken(path: string, token: AccessToken): Promise<void> {
  const { accessToken, refreshToken, clientId, scope, expiresAt } = token;
  const file: z.input<typeof fileSchema> = {
    version: 1,
    access_token: accessToken.reveal(),
    refresh_token: refreshToken?.reveal(),
    client_id: clientId,
    scope,
    expires_at: expiresAt === undefined ? undefined : new Date(expiresAt).toISOString(),
  };
  const folder = dirname(path);
  // A link in the file's place is replaced, not followed: people keep linked files in repositories that others read.
  const temporary = join(folder, `token.${randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      // Flushed, because a refresh token is good once: losing the new one to a power cut would log the user out.
      await writeFile(temporary, `${JSON.stringify(file, null, 2)}\n`, { flag: 'wx', mode: 0o600, flush: true });
      await rename(temporary, path);
    } finally {
      await rm(temporary, { force: true });
    }
  } catch (error) {
    throw unusable(path, `cannot be written (${errorCode(error) ?? 'unknown'})`, error);
  }
}

/**
 * Removes the file.
 *
 * @returns whether there was one.
 * @throws {TokenError} `TOKEN_FILE_UNUSABLE`.
 */
export async function removeStoredToken(path: string): Promise<boolean> {
  try {
    await rm(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw unusable(path, `cannot be removed (${errorCode(error) ?? 'unknown'})`, error);
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unusable(path: string, what: string, cause?: unknown): TokenError {
  return new TokenError('TOKEN_FILE_UNUSABLE', `The file of the API token ${path} ${what}.`, {
    hint: 'Check the rights of the file and its folder, or log in again, which writes it anew.',
    ...(cause === undefined ? {} : { cause }),
  });
}
