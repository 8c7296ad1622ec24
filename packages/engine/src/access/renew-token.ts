import { errorCode } from '@cuepoint/core';
import type { AccessToken } from './access-token.js';
import { ACCESS_DEFAULTS } from './defaults.js';
import { refusalIn, toAccessToken, tokenAnswer } from './token-answer.js';

/** What came of a renewal. */
export type Renewal =
  | { readonly outcome: 'renewed'; readonly token: AccessToken }
  /** The refresh token is spent or was withdrawn; it will never be good again. */
  | { readonly outcome: 'spent' }
  /** It failed. `final`: it would fail in the same way again. `why` goes on a sentence and holds no token. */
  | { readonly outcome: 'failed'; readonly why: string; readonly final: boolean };

/** What a renewal needs. */
export interface RenewalRequest {
  /** Address of the API, version included, without a slash at the end. */
  readonly apiUrl: string;
  /** Has a refresh token and a client id; without either the API refuses. */
  readonly token: AccessToken;
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Asks the API for a new token in exchange for the refresh token, which is good once. The new token keeps what the
 * answer does not name: client, scope, and the refresh token where the API leaves it good. Never throws.
 */
export async function renewToken({ apiUrl, token, userAgent, now }: RenewalRequest): Promise<Renewal> {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: token.refreshToken?.reveal() ?? '',
    client_id: token.clientId ?? '',
  });
  let status: number;
  let text: string | undefined;
  try {
    const response = await fetch(`${apiUrl}/auth/o/token/`, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json', 'user-agent': userAgent },
      // A redirect would take the secret to an address that nobody configured.
      redirect: 'manual',
      signal: AbortSignal.timeout(ACCESS_DEFAULTS.renewTimeoutMs),
    });
    status = response.status;
    text = await textOf(response);
  } catch (error) {
    return { outcome: 'failed', why: `it was not reached (${lossOf(error)})`, final: false };
  }
  return readRenewal(status, jsonIn(text), token, now());
}

function readRenewal(status: number, answer: unknown, old: AccessToken, now: number): Renewal {
  const refusal = refusalIn(answer);
  if (refusal === 'invalid_grant') return { outcome: 'spent' };
  if (refusal !== undefined && status < 500 && status !== 429) {
    return { outcome: 'failed', why: `it refused with "${refusal}"`, final: true };
  }
  if (status !== 200) return { outcome: 'failed', why: `it answered with status ${status}`, final: false };
  const read = tokenAnswer.safeParse(answer);
  if (!read.success) return { outcome: 'failed', why: 'its answer holds no token', final: false };
  const { expiresAt: _, ...kept } = old;
  return { outcome: 'renewed', token: { ...kept, ...toAccessToken(read.data, now) } };
}

/** The body as text; undefined when it is longer than any true answer. */
async function textOf(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const parts: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? [];
  for await (const part of parts) {
    bytes += part.byteLength;
    // Leaving the loop cancels the rest of the body.
    if (bytes > ACCESS_DEFAULTS.maxAnswerBytes) return undefined;
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** Names the loss by its code alone: messages of a transport may quote the request. */
function lossOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  if (error.name === 'TimeoutError') return 'no answer in time';
  return errorCode(error.cause) ?? errorCode(error) ?? 'connection lost';
}
