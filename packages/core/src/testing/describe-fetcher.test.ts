import { describe, expect, test } from 'vitest';
import type { FetcherPlugin } from '../contracts/fetcher-plugin.js';
import { describeFetcher } from './describe-fetcher.js';
import { fetcherCases } from './fetcher-cases.js';

const plugin: FetcherPlugin = {
  apiVersion: 1,
  name: 'never-made',
  summary: 'registering the tests makes no fetcher',
  options: { '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value }) } },
  create: () => Promise.reject(new Error('Registering must not run anything')),
};
const server = { url: 'http://127.0.0.1:1', otherUrl: 'http://127.0.0.1:2' };

describe('describeFetcher', () => {
  /** A runner that writes down what it is given. */
  function recorder() {
    const lines: string[] = [];
    return {
      lines,
      describe: (name: string, body: () => void) => {
        lines.push(name);
        body();
      },
      test: Object.assign((name: string) => lines.push(`test ${name}`), {
        skip: (name: string) => lines.push(`skip ${name}`),
      }),
    };
  }

  test('registers every test, and the skipped ones with their reason', () => {
    const { lines, ...runner } = recorder();
    const skip = [{ reason: 'the server decides', tests: ['passes on status 404'] }];
    describeFetcher({ plugin, server, skip }, runner);
    const names = fetcherCases({ plugin, server }).map(({ name }) =>
      name === 'passes on status 404' ? `skip ${name} (not tested: the server decides)` : `test ${name}`,
    );
    expect(lines).toEqual(['the fetcher "never-made"', ...names]);
  });

  test('refuses to skip a test that does not exist', () => {
    const { lines, ...runner } = recorder();
    const skip = [{ reason: 'a slip of the pen', tests: ['passes on status 40'] }];
    expect(() => describeFetcher({ plugin, server, skip }, runner)).toThrow(
      'No such test to skip: "passes on status 40"',
    );
    expect(lines).toEqual([]);
  });
});
