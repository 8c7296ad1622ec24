import { describe, expect, it } from 'vitest';
import { CuePointError, errorCode, errorMessage } from './cuepoint-error.js';
import { FetchError } from './fetch-error.js';

describe('CuePointError', () => {
  it('carries code, hint and cause', () => {
    const cause = new Error('disk');
    const error = new CuePointError('LIBRARY_MALFORMED', 'The export ends early', { hint: 'Export it again.', cause });
    expect(error).toMatchObject({ name: 'CuePointError', code: 'LIBRARY_MALFORMED', hint: 'Export it again.', cause });
    expect(error.message).toBe('The export ends early');
    expect(error).toBeInstanceOf(Error);
  });

  it('has neither where none is given', () => {
    const error = new CuePointError('LIBRARY_MALFORMED', 'The export ends early');
    expect(error.hint).toBeUndefined();
    expect('cause' in error).toBe(false);
  });
});

describe('FetchError', () => {
  it('names the URL in its message', () => {
    const error = new FetchError('FETCH_TIMEOUT', 'https://store.example/a', 'No answer in 30 s');
    expect(error).toMatchObject({ name: 'FetchError', code: 'FETCH_TIMEOUT', url: 'https://store.example/a' });
    expect(error.message).toBe('No answer in 30 s (https://store.example/a)');
  });
});

describe('errorCode', () => {
  it.each([
    [new FetchError('FETCH_ABORTED', 'u', 'm'), 'FETCH_ABORTED'],
    [{ code: 'ENOENT' }, 'ENOENT'],
    [{ code: 5 }, undefined],
    [new Error('plain'), undefined],
    [null, undefined],
    ['text', undefined],
  ])('of %o is %s', (thrown, code) => {
    expect(errorCode(thrown)).toBe(code);
  });
});

describe('errorMessage', () => {
  it.each([
    [new Error('plain'), 'plain'],
    ['text', 'text'],
    [undefined, 'undefined'],
  ])('of %o is %s', (thrown, message) => {
    expect(errorMessage(thrown)).toBe(message);
  });
});
