import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTokenFile } from './token-file.js';
import { createTokenSource } from './token-source.js';

const OLD = 'old-access-token-01';
const NEW = 'new-access-token-02';
const REFRESH = 'old-refresh-token-01';
const ROTATED = 'new-refresh-token-02';
const NOW = Date.UTC(2026, 10, 20, 12);
const RENEWED = {
  status: 200,
  body: JSON.stringify({ access_token: NEW, refresh_token: ROTATED, expires_in: 600, token_type: 'Bearer' }),
};

interface Asked {
  readonly line: string;
  readonly form: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
}

/** What the API answers to a renewal; `undefined` closes the connection instead. */
let answer: { readonly status: number; readonly body: string; readonly location?: string } | undefined = RENEWED;
let asked: Asked[] = [];
let now = NOW;
let folder: string;

const server = createServer((request, response) => {
  void text(request).then((body) => {
    asked.push({
      line: `${request.method} ${request.url}`,
      form: Object.fromEntries(new URLSearchParams(body)),
      headers: request.headers,
    });
    if (answer === undefined) return response.destroy();
    const headers = answer.location === undefined ? {} : { location: answer.location };
    return response.writeHead(answer.status, headers).end(answer.body);
  });
});
let apiUrl: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  apiUrl = `http://127.0.0.1:${port}/v4`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(async () => {
  [answer, asked, now] = [RENEWED, [], NOW];
  folder = await mkdtemp(join(tmpdir(), 'cuepoint-source-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A source over the file, with a token in it that was pasted now. */
async function sourceOf(more: object = {}) {
  const file = openTokenFile({ folder, now: () => now });
  await file.login(JSON.stringify({ access_token: OLD, ...more }));
  const source = createTokenSource({ file, apiUrl, userAgent: 'CuePoint/0', now: () => now });
  return { file, source };
}

const RENEWABLE = { refresh_token: REFRESH, client_id: 'my-client', expires_in: 600, scope: 'user:dj' };

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

describe('a token that is good', () => {
  it('is given as it is, and nothing is asked', async () => {
    const { source } = await sourceOf(RENEWABLE);
    expect(await source.current()).toBe(OLD);
    expect(asked).toEqual([]);
  });

  it('is missing before the login', async () => {
    const file = openTokenFile({ folder });
    const source = createTokenSource({ file, apiUrl, userAgent: 'CuePoint/0' });
    expect(await failureOf(source.current())).toMatchObject({
      code: 'TOKEN_MISSING',
      hint: expect.stringContaining('cuepoint login'),
    });
    await file.login(OLD);
    expect(await source.current()).toBe(OLD);
  });
});

describe('a renewal', () => {
  it('is asked for half a minute before the token expires, and kept', async () => {
    const { source, file } = await sourceOf(RENEWABLE);
    now = NOW + 570_000;
    expect(await source.current()).toBe(NEW);
    expect(asked).toMatchObject([
      {
        line: 'POST /v4/auth/o/token/',
        form: { grant_type: 'refresh_token', refresh_token: REFRESH, client_id: 'my-client' },
        headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', 'user-agent': 'CuePoint/0' },
      },
    ]);
    expect(asked[0]?.headers.authorization).toBeUndefined();
    const stored = await file.read();
    expect([stored?.accessToken.reveal(), stored?.refreshToken?.reveal()]).toEqual([NEW, ROTATED]);
    expect(stored).toMatchObject({ clientId: 'my-client', scope: 'user:dj', expiresAt: now + 600_000 });
    expect(await source.current()).toBe(NEW);
    expect(asked).toHaveLength(1);
  });

  it('is shared by all who ask for it, together or late', async () => {
    const { source } = await sourceOf(RENEWABLE);
    const given = await Promise.all([source.refresh(OLD), source.refresh(OLD), source.refresh(OLD)]);
    expect([...given, await source.refresh(OLD), await source.current()]).toEqual([NEW, NEW, NEW, NEW, NEW]);
    expect(asked).toHaveLength(1);
  });

  it('keeps the refresh token where the API names no other', async () => {
    const { source, file } = await sourceOf(RENEWABLE);
    answer = { status: 200, body: JSON.stringify({ access_token: NEW }) };
    expect(await source.refresh(OLD)).toBe(NEW);
    const stored = await file.read();
    expect(stored?.refreshToken?.reveal()).toBe(REFRESH);
    expect(stored?.expiresAt).toBeUndefined();
  });

  it('is left out where the user has logged in anew meanwhile', async () => {
    const { source, file } = await sourceOf(RENEWABLE);
    expect(await source.current()).toBe(OLD);
    await file.login('a-token-of-another-login');
    expect(await source.refresh(OLD)).toBe('a-token-of-another-login');
    expect(await source.current()).toBe('a-token-of-another-login');
    expect(asked).toEqual([]);
  });

  it('brings nothing after a logout', async () => {
    const { source, file } = await sourceOf(RENEWABLE);
    await source.current();
    await file.logout();
    expect(await source.refresh(OLD)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it.each([
    ['there is no refresh token', { expires_in: 600 }, 'Log in with a new token: cuepoint login.'],
    [
      'nobody knows the client',
      { ...RENEWABLE, client_id: null },
      'It was pasted without the "client_id" it was issued to, which a renewal needs. Log in with a new token: cuepoint login.',
    ],
  ])('is not tried where %s, and says so', async (_, more, hint) => {
    const { source } = await sourceOf(more);
    expect(await source.refresh(OLD)).toBeUndefined();
    now = NOW + 600_000;
    expect(await failureOf(source.current())).toMatchObject({
      code: 'TOKEN_EXPIRED',
      message: "The token for Beatport's API expired on 2026-11-20T12:10:00.000Z and cannot be renewed.",
      hint,
    });
    expect(asked).toEqual([]);
  });

  it('is not tried again with a refresh token that is spent', async () => {
    const { source, file } = await sourceOf(RENEWABLE);
    answer = { status: 400, body: '{"error":"invalid_grant"}' };
    expect([await source.refresh(OLD), await source.refresh(OLD)]).toEqual([undefined, undefined]);
    expect(asked).toHaveLength(1);
    expect(await file.describe()).toMatchObject({ state: 'valid', renewable: 'no-refresh-token' });
    now = NOW + 600_000;
    expect(await failureOf(source.current())).toMatchObject({ code: 'TOKEN_EXPIRED' });
  });
});

describe('a renewal that fails', () => {
  it.each([
    ['a fault of the API', { status: 503, body: 'busy' }, 'it answered with status 503.'],
    ['a redirect', { status: 302, body: '', location: '/v4/elsewhere/' }, 'it answered with status 302.'],
    ['an answer of something else', { status: 200, body: '{"username":"ada"}' }, 'its answer holds no token.'],
    ['an endless answer', { status: 200, body: `"${'x'.repeat(70_000)}"` }, 'its answer holds no token.'],
    ['a lost connection', undefined, 'it was not reached ('],
  ])('for %s is tried again half a minute later', async (_, refusal, why) => {
    const { source } = await sourceOf(RENEWABLE);
    answer = refusal;
    for (const again of [1, 2]) {
      expect([again, await failureOf(source.refresh(OLD))]).toMatchObject([
        again,
        { code: 'TOKEN_RENEWAL_FAILED', message: expect.stringContaining(`did not renew the token: ${why}`) },
      ]);
    }
    expect(asked).toHaveLength(1);
    now += 30_000;
    answer = RENEWED;
    expect(await source.refresh(OLD)).toBe(NEW);
    expect(asked.map(({ line }) => line)).toEqual(['POST /v4/auth/o/token/', 'POST /v4/auth/o/token/']);
  });

  it('because the API does not know the client is not tried again', async () => {
    const { source, file } = await sourceOf(RENEWABLE);
    answer = { status: 401, body: '{"error":"invalid_client"}' };
    expect(await failureOf(source.refresh(OLD))).toMatchObject({
      code: 'TOKEN_RENEWAL_FAILED',
      message: 'Beatport\'s API did not renew the token: it refused with "invalid_client".',
    });
    now += 3_600_000;
    expect(await failureOf(source.refresh(OLD))).toMatchObject({ code: 'TOKEN_RENEWAL_FAILED' });
    expect(asked).toHaveLength(1);
    await file.login(JSON.stringify({ access_token: OLD, ...RENEWABLE, refresh_token: 'another-refresh-token' }));
    answer = RENEWED;
    expect(await source.refresh(OLD)).toBe(NEW);
  });

  it('quotes neither token, whatever the API says', async () => {
    const secrets = [OLD, REFRESH, NEW];
    const echo = `{"error":"${REFRESH}","detail":"${OLD}"}`;
    for (const refusal of [
      { status: 400, body: echo },
      { status: 500, body: echo },
      { status: 200, body: `{"access_token":"${NEW} ${OLD}"}` },
      { status: 302, body: OLD, location: `http://127.0.0.1:1/${REFRESH}` },
    ]) {
      const { source, file } = await sourceOf(RENEWABLE);
      answer = refusal;
      const error = await failureOf(source.refresh(OLD));
      const shown = inspect([error, source, file, await file.describe()], { depth: Infinity, showHidden: true });
      for (const secret of secrets) expect(`${shown}${JSON.stringify(error)}`).not.toContain(secret);
    }
  });
});

describe('the address of the API', () => {
  it.each(['http://api.beatport.com/v4', 'http://10.0.0.1/v4'])('must not be %s', (address) => {
    const file = openTokenFile({ folder });
    expect(() => createTokenSource({ file, apiUrl: address, userAgent: '' })).toThrow(
      expect.objectContaining({ code: 'TOKEN_UNSAFE_ADDRESS' }),
    );
  });

  it('may be on https, or on this machine', () => {
    const file = openTokenFile({ folder });
    for (const address of ['https://api.beatport.com/v4', 'http://localhost:8080/v4']) {
      expect(() => createTokenSource({ file, apiUrl: address, userAgent: '' })).not.toThrow();
    }
  });
});
