import { FetchError } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { toFetchError } from './transport-error.js';

const url = 'https://www.example.test/page';

function failure(code: string | undefined, message = 'low level words'): Error {
  return Object.assign(new Error(message), { code });
}

describe('toFetchError', () => {
  it.each([
    ['UND_ERR_CONNECT_TIMEOUT', 'FETCH_TIMEOUT', 'The server could not be reached in time'],
    ['ETIMEDOUT', 'FETCH_TIMEOUT', 'The server could not be reached in time'],
    ['ECONNREFUSED', 'FETCH_NETWORK', 'The server refused the connection: low level words'],
    ['ENOTFOUND', 'FETCH_NETWORK', 'The host name is not known: low level words'],
    ['HPE_INVALID_CONSTANT', 'FETCH_NETWORK', 'The answer is not HTTP: low level words'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'FETCH_NETWORK', 'The server could not prove who it is: low level words'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'FETCH_NETWORK', 'The server could not prove who it is: low level words'],
    ['SOMETHING_NEW', 'FETCH_NETWORK', 'The request failed on its way: low level words'],
    [undefined, 'FETCH_NETWORK', 'The request failed on its way: low level words'],
  ])('puts %s into words', (code, expected, message) => {
    const cause = failure(code);
    const error = toFetchError(cause, url);
    expect(error.code).toBe(expected);
    expect(error.message).toBe(`${message} (${url})`);
    expect(error.cause).toBe(cause);
  });

  it('names the code where the system gives no message', () => {
    expect(toFetchError(failure('ECONNREFUSED', ''), url).message).toBe(
      `The server refused the connection: ECONNREFUSED (${url})`,
    );
  });

  it('leaves a FetchError as it is', () => {
    const error = new FetchError('FETCH_TOO_LARGE', url, 'Too large');
    expect(toFetchError(error, url)).toBe(error);
  });

  it('takes anything that is thrown', () => {
    expect(toFetchError('just a word', url).message).toBe(`The request failed on its way: just a word (${url})`);
  });
});
