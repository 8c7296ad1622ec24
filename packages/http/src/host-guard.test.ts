import { errorCode } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { createHostGuard } from './host-guard.js';

const guard = createHostGuard(['https://www.example.test', 'http://plain.test:8080/any/path']);

function refusal(run: () => unknown): { code: string | undefined; message: string } {
  try {
    run();
  } catch (error) {
    return { code: errorCode(error), message: error instanceof Error ? error.message : '' };
  }
  throw new Error('It was let through');
}

describe('createHostGuard', () => {
  it.each([
    ['https://www.example.test/search?q=a', 'https://www.example.test/search?q=a'],
    ['https://WWW.EXAMPLE.test:443/', 'https://www.example.test/'],
    ['http://plain.test:8080/x', 'http://plain.test:8080/x'],
    ['https://plain.test:8080/x', 'https://plain.test:8080/x'],
    ['https://plain.test/x', 'https://plain.test/x'],
  ])('admits %s', (url, href) => {
    expect(guard.admit(url).href).toBe(href);
  });

  it.each([
    ['http://www.example.test/', 'from https down to http'],
    ['https://example.test/', 'another host of the same domain'],
    ['https://www.example.test.evil.test/', 'a host that begins alike'],
    ['https://www.example.test:8443/', 'another port'],
    ['http://plain.test/', 'http on another port'],
    ['https://plain.test:9090/', 'https on another port'],
    ['file:///etc/hosts', 'a file'],
    ['data:text/html,hello', 'data'],
    ['/search?q=a', 'no host at all'],
    ['', 'nothing'],
  ])('refuses %s: %s', (url) => {
    expect(refusal(() => guard.admit(url)).code).toBe('FETCH_HOST_REFUSED');
  });

  it('refuses a user name or password and does not repeat it', () => {
    const { code, message } = refusal(() => guard.admit('https://dj:hunter2@www.example.test/x'));
    expect(code).toBe('FETCH_HOST_REFUSED');
    expect(message).toContain('https://www.example.test/x');
    expect(message).not.toMatch(/dj|hunter2/);
  });

  it('resolves a redirect against the page it came from', () => {
    const from = new URL('https://www.example.test/track/a/1?x=1');
    const follow = (location: string) => guard.admitRedirect(location, from, 'https://www.example.test/asked').href;
    expect(follow('../b/2')).toBe('https://www.example.test/track/b/2');
    expect(follow('//www.example.test/c')).toBe('https://www.example.test/c');
    expect(refusal(() => follow('https://'))).toMatchObject({ code: 'FETCH_HOST_REFUSED' });
    expect(refusal(() => follow('//evil.test/c')).message).toBe(
      'A redirect leads to https://evil.test, which is not configured (https://www.example.test/asked)',
    );
    expect(refusal(() => follow('//dj:hunter2@www.example.test/')).message).toBe(
      'A redirect carries a user name or password (https://www.example.test/asked)',
    );
  });

  it.each(['', 'www.example.test', 'ftp://example.test'])('does not accept %j as a configured origin', (origin) => {
    expect(() => createHostGuard([origin])).toThrow(
      new TypeError(`Expected \`allowedOrigins\` to hold http or https addresses, got \`${origin}\``),
    );
  });
});
