import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToken } from './parse-token.js';
import { Secret } from './secret.js';

const TOKEN = 'aB3_-.~+/token-0123456789==';
const NOW = Date.UTC(2026, 10, 20, 12);

function tokenIn(text: string): string {
  return parseToken(text, NOW).accessToken.reveal();
}

describe('parseToken', () => {
  it.each([
    ['the token alone', TOKEN],
    ['white space around it', `\n  ${TOKEN}\r\n`],
    ['a byte order mark', `\uFEFF${TOKEN}`],
    ['Bearer', `Bearer ${TOKEN}`],
    ['bearer in small letters', `bearer   ${TOKEN}`],
    ['quotes', `"${TOKEN}"`],
    ['quotes around the whole', `'Bearer ${TOKEN}'`],
    ['a header line', `Authorization: Bearer ${TOKEN}`],
    ['a header line in small letters', `authorization:bearer ${TOKEN}`],
    ['a quoted header line', `"Authorization: Bearer ${TOKEN}"`],
    ['a header without its scheme', `Authorization: ${TOKEN}`],
    ['JSON', JSON.stringify({ access_token: TOKEN })],
    ['JSON in lines', JSON.stringify({ access_token: TOKEN, token_type: 'bearer', other: [1] }, null, 2)],
  ])('reads %s', (_, text) => {
    expect(tokenIn(text)).toBe(TOKEN);
  });

  it('reads all that came with it', () => {
    const answer = {
      access_token: TOKEN,
      expires_in: 36_000,
      token_type: 'Bearer',
      scope: 'app:docs user:dj',
      refresh_token: 'refresh-me-0001',
      client_id: 'my-client',
    };
    const { accessToken, refreshToken, ...rest } = parseToken(JSON.stringify(answer), NOW);
    expect([accessToken.reveal(), refreshToken?.reveal()]).toEqual([TOKEN, 'refresh-me-0001']);
    expect(rest).toEqual({ clientId: 'my-client', scope: 'app:docs user:dj', expiresAt: NOW + 36_000_000 });
  });

  it.each([
    ['a lifetime as text', { expires_in: '600' }, { expiresAt: NOW + 600_000 }],
    ['nothing but nulls', { refresh_token: null, expires_in: null, scope: null, token_type: null }, {}],
  ])('reads %s', (_, more, expected) => {
    const { accessToken: __, ...rest } = parseToken(JSON.stringify({ access_token: TOKEN, ...more }), NOW);
    expect(rest).toEqual(expected);
  });

  it.each([
    ['', 'There is no token in an empty text.'],
    [' \n ', 'There is no token in an empty text.'],
    ['Bearer', 'There is no token behind "Bearer".'],
    ['Authorization: Bearer ', 'There is no token behind "Bearer".'],
    ['short', 'The text is no token: it is too short, or has characters that no token has.'],
    ['tökentökentöken', 'The text is no token: it is too short, or has characters that no token has.'],
    ['x'.repeat(8_193), 'The text is no token: it is too short, or has characters that no token has.'],
    ['x'.repeat(100_001), 'The text is too long to be a token.'],
    ['Basic dXNlcjpwYXNz', 'The text has several words; a token is one, with "Bearer" before it or not.'],
    [`Bearer ${TOKEN}\r\nx: y`, 'The text has several words; a token is one, with "Bearer" before it or not.'],
    [`{"access_token":"${TOKEN}`, 'The text looks like JSON and is not: part of it may be missing.'],
    ['{}', 'The JSON holds no usable "access_token".'],
    ['[]', 'The JSON holds no usable "access_token".'],
    ['{"access_token":"a b c d e f"}', 'The JSON holds no usable "access_token".'],
    ['{"access_token":7}', 'The JSON holds no usable "access_token".'],
    [`{"access_token":"${TOKEN}","token_type":"mac"}`, 'In the JSON "token_type" is not what the API sends.'],
    [`{"access_token":"${TOKEN}","expires_in":-1}`, 'In the JSON "expires_in" is not what the API sends.'],
    ['{"error":"invalid_grant"}', 'This is a refusal of the API (invalid_grant), not a token.'],
    ['{"error":"whatever"}', 'This is a refusal of the API (unknown_error), not a token.'],
  ])('refuses %j', (text, message) => {
    expect(() => parseToken(text)).toThrow(expect.objectContaining({ code: 'TOKEN_UNREADABLE', message }));
  });
});

const CHARACTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/'];
const anyToken = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 12, maxLength: 60 }),
    fc.constantFrom('', '=', '=='),
  )
  .map((parts) => parts.join(''));

/** Ways to paste a token, right and wrong. */
const WAYS: readonly ((token: string) => string)[] = [
  (token) => token,
  (token) => `Bearer ${token}`,
  (token) => `Basic ${token}`,
  (token) => `Bearer ${token} ${token}`,
  (token) => `${token}\u00e9`,
  (token) => `{"access_token":"${token}"`,
  (token) => `{"access_token":${token}}`,
  (token) => `["${token}"]`,
  (token) => JSON.stringify({ access_token: token, refresh_token: token.split('').reverse().join('') }),
  (token) => JSON.stringify({ access_token: token, expires_in: token }),
  (token) => JSON.stringify({ access_token: token, token_type: token }),
  (token) => JSON.stringify({ access_token: `${token} ${token}` }),
  (token) => JSON.stringify({ [token]: token }),
  (token) => JSON.stringify({ error: token }),
];

describe('a pasted token', () => {
  it('stands in nothing that is shown of it, whether it could be read or not', () => {
    fc.assert(
      fc.property(anyToken, fc.constantFrom(...WAYS), (token, way) => {
        const shown = showAll(way(token));
        expect(shown).not.toContain(token);
        expect(shown).not.toContain(token.split('').reverse().join(''));
      }),
    );
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyToken, (token) => {
        expect(tokenIn(`Bearer ${token}`)).toBe(token);
      }),
    );
  });
});

/** Everything that a program might show of what came of a pasted text. */
function showAll(text: string): string {
  let got: unknown;
  try {
    got = parseToken(text);
  } catch (error) {
    got = error;
  }
  const stack = got instanceof Error ? `${got.message}${got.stack}${String(got)}` : '';
  return [inspect(got, { depth: Infinity, showHidden: true }), JSON.stringify(got), `${got}`, stack].join('\n');
}

describe('Secret', () => {
  it('shows itself to nobody who does not ask', () => {
    const secret = new Secret(TOKEN);
    expect([`${secret}`, JSON.stringify({ secret }), inspect([secret], { showHidden: true })]).toEqual([
      '[hidden]',
      '{"secret":"[hidden]"}',
      expect.stringMatching(/^\[ \[hidden\]/),
    ]);
    expect(inspect(structuredClone({ ...secret }))).not.toContain(TOKEN);
    expect(secret.reveal()).toBe(TOKEN);
  });
});
