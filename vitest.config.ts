import { defineConfig } from 'vitest/config';

/** Unit tests run on the sources, so that no build stands between an edit and its test. */
const sources = { conditions: ['@cuepoint/source', 'node', 'import', 'default'] };

const BROWSER_TESTS = ['test/browser/**/*.test.ts', 'test/conformance/fetch-browser.test.ts'];
const FAULT_TESTS = ['test/faults/**/*.test.ts', 'test/rate/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: sources,
        ssr: { resolve: sources },
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'bench/**/*.test.{ts,mjs}', 'scripts/**/*.test.mjs'],
          // A machine under load must not fail a test that would pass on a free one.
          testTimeout: 20_000,
        },
      },
      {
        // These use what a user gets: the built packages and the real command.
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [...BROWSER_TESTS, ...FAULT_TESTS],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Faults that are timeouts are told apart by the clock, and a machine under load can be too late for any limit.
        test: { name: 'faults', include: FAULT_TESTS, testTimeout: 60_000, hookTimeout: 60_000, retry: 2 },
      },
      {
        // A real browser takes minutes: `npm run test:browser`.
        test: { name: 'browser', include: BROWSER_TESTS, testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: [
        '**/*.test.ts',
        '**/index.ts',
        // Run as built files: by child processes, and by the conformance tests.
        'packages/cli/**',
        'packages/stand-in/src/bin.ts',
        'packages/core/src/testing/**',
        'packages/fetch-browser/src/**',
      ],
      reporter: ['text-summary', 'json-summary'],
      thresholds: {
        ...{ lines: 80, functions: 80, branches: 80, statements: 80 },
        // What decides about a match is held to more.
        'packages/core/src/**': { lines: 90, functions: 90, branches: 90, statements: 90 },
      },
    },
  },
});
