import { fetcherCases } from './fetcher-cases.js';
import type { FetcherSubject, SkippedTests } from './fetcher-subject.js';

/** What is used of a test runner. The functions of vitest, `node:test` and jest all fit. */
export interface TestFunctions {
  /** Groups tests under a name. */
  readonly describe: (name: string, body: () => void) => unknown;
  readonly test: RegisterTest & { readonly skip: RegisterTest };
}

type RegisterTest = (name: string, body: () => Promise<void>) => unknown;

/**
 * Registers one test for each promise of the `Fetcher` contract. The tests share the servers' counters, so the runner
 * must run them one after the other; a single one may take a few seconds.
 *
 * @example
 * ```ts
 * import { describeFetcher } from '@cuepoint/core/testing';
 * import { startStandIn } from '@cuepoint/stand-in';
 * import { afterAll, describe, test } from 'vitest';
 * import plugin from './my-fetcher.js';
 *
 * const [site, other] = [await startStandIn(), await startStandIn()];
 * afterAll(() => Promise.all([site.close(), other.close()]));
 * describeFetcher({ plugin, server: { url: site.url, otherUrl: other.url } }, { describe, test });
 * ```
 * @throws {Error} when `skip` names a test that does not exist.
 */
export function describeFetcher(subject: FetcherSubject, { describe, test }: TestFunctions): void {
  const cases = fetcherCases(subject);
  const reasons = reasonsByTest(
    subject.skip ?? [],
    cases.map(({ name }) => name),
  );
  describe(`the fetcher "${subject.plugin.name}"`, () => {
    for (const { name, run } of cases) {
      const reason = reasons.get(name);
      if (reason === undefined) test(name, run);
      else test.skip(`${name} (not tested: ${reason})`, run);
    }
  });
}

function reasonsByTest(skip: readonly SkippedTests[], names: readonly string[]): Map<string, string> {
  const reasons = new Map(skip.flatMap(({ reason, tests }) => tests.map((test) => [test, reason] as const)));
  const unknown = [...reasons.keys()].filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`No such test to skip: ${unknown.map((name) => `"${name}"`).join(', ')}`);
  return reasons;
}
