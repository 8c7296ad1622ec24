import { defineConfig } from 'vitest/config';

/** Unit tests run on the sources, so that no build stands between an edit and its test. */
const sources = { conditions: ['@cuepoint/source', 'node', 'import', 'default'] };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: sources,
        ssr: { resolve: sources },
        test: { name: 'unit', include: ['packages/*/src/**/*.test.ts', 'bench/**/*.test.ts'] },
      },
      {
        // These use what a user gets: the built packages and the real command.
        test: { name: 'whole', include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/index.ts', 'packages/cli/**', 'packages/stand-in/src/bin.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 80, functions: 80, branches: 80, statements: 80 },
    },
  },
});
