import { answerCases } from './cases/answers.js';
import { concurrencyCases } from './cases/concurrency.js';
import { endingCases } from './cases/ending.js';
import { failureCases } from './cases/failures.js';
import { hostCases } from './cases/hosts.js';
import { limitCases } from './cases/limits.js';
import { pluginCases } from './cases/plugin.js';
import { timingCases } from './cases/timing.js';
import { createBench } from './conformance-bench.js';
import type { FetcherCase } from './fetcher-case.js';
import type { FetcherSubject } from './fetcher-subject.js';

/**
 * Every promise as data, for runners that `describeFetcher` does not fit. `skip` is left to the caller. Run them one
 * after the other: they share the servers' counters.
 */
export function fetcherCases(subject: Omit<FetcherSubject, 'skip'>): readonly FetcherCase[] {
  const bench = createBench(subject);
  return [
    pluginCases,
    answerCases,
    failureCases,
    hostCases,
    limitCases,
    timingCases,
    concurrencyCases,
    endingCases,
  ].flatMap((cases) => cases(bench));
}
