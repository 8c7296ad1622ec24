import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from './redact.js';
import { Secret } from './secret.js';

const TOKEN = 'aB3+token/0123456789==';
const secrets = [new Secret(TOKEN)];

describe('redact', () => {
  it.each([
    ['as it is', `sent ${TOKEN}.`, 'sent [hidden].'],
    ['in a URL', `?token=${encodeURIComponent(TOKEN)}&q=1`, '?token=[hidden]&q=1'],
    ['in a header', `authorization: Bearer ${TOKEN}`, 'authorization: Bearer [hidden]'],
    ['several times', `${TOKEN}${TOKEN}`, '[hidden][hidden]'],
    ['nowhere', 'nothing to hide', 'nothing to hide'],
  ])('takes out a token that stands in the text %s', (_, text, clean) => {
    expect(redact(text, secrets)).toBe(clean);
  });

  it.each([
    ['Bearer abcdefghijklmnop123', 'Bearer [hidden]'],
    ['bearer of good news', 'bearer of good news'],
    ['{"access_token":"abc","scope":"x"}', '{"access_token":"[hidden]","scope":"x"}'],
    ['{\\"refresh_token\\": \\"abc\\"}', '{\\"refresh_token\\": \\"[hidden]\\"}'],
    [
      'grant_type=refresh_token&refresh_token=abc&client_id=me',
      'grant_type=refresh_token&refresh_token=[hidden]&client_id=me',
    ],
  ])('takes out what looks like one: %s', (text, clean) => {
    expect(redact(text)).toBe(clean);
  });

  it('leaves no end of a token that begins with another', () => {
    const both = [new Secret('abcdefgh'), new Secret('abcdefghijkl')];
    expect(redact('abcdefghijkl abcdefgh', both)).toBe('[hidden] [hidden]');
  });

  it('leaves nothing of a token in any text around it', () => {
    const token = fc.stringMatching(/^[\w\-.~+/]{8,40}={0,2}$/);
    fc.assert(
      fc.property(token, fc.string(), fc.string(), (value, before, after) => {
        const text = `${before}${value}${after}${encodeURIComponent(value)}`;
        const clean = redact(text, [new Secret(value)]);
        expect(clean).not.toContain(value);
        expect(clean).not.toContain(encodeURIComponent(value));
        expect(redact(clean, [new Secret(value)])).toBe(clean);
      }),
    );
  });
});
