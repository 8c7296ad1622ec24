import { type FaultName, faultNames, type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SmallLibrary, smallLibrary } from '../engine/small-library.js';
import { type FaultRun, requestFor, runWithFaults } from './fault-run.js';
import { FAULTS, type FaultRow } from './fault-table.js';

const FETCHERS = ['sync', 'async'];
const SHARES = [0.05, 0.3];

/** Of the first 12 requests the third meets a fault of 5 % under this one, and four meet one of 30 %. */
const SEED = 33;
/** Enough that a page which is spoilt three times in ten comes at last. */
const ATTEMPTS = 10;
/** Seconds; only what hangs or drips takes so long. */
const TIMEOUT = 0.25;

let library: SmallLibrary;
let few: SmallLibrary;
let standIn: StandIn;
let clean: FaultRun;
beforeAll(async () => {
  library = await smallLibrary(12);
  few = await smallLibrary(3);
  standIn = await startStandIn({ catalogue: library.rows, seed: SEED });
  clean = await runWithFaults(requestFor(library, standIn, 'clean', {}));
});
afterAll(async () => {
  await standIn.close();
  await Promise.all([library, few].map((one) => one[Symbol.asyncDispose]()));
});
beforeEach(() => {
  standIn.configure({ faults: [] });
  standIn.reset();
});

const timeoutOf = (row: FaultRow) => (row.seenAs === 'FETCH_TIMEOUT' ? { timeout: TIMEOUT } : {});
const sorted = (names: readonly FaultName[]) => [...names].sort();

it('the table knows every fault of the stand-in', () => {
  expect(sorted(FAULTS.map((row) => row.rule.name))).toEqual(sorted(faultNames));
  expect(clean.outcome.counts.matched).toBe(library.tracks);
});

describe.each(FETCHERS)('%s', (fetcher) => {
  describe.each(FAULTS)('$rule.name', (row) => {
    const { name } = row.rule;

    it('alone: every track ends by its name, and none as not sold', async () => {
      standIn.configure({ faults: [row.rule] });
      const run = await runWithFaults(
        requestFor(few, standIn, `${name}-${fetcher}`, { fetcher, attempts: 2, ...timeoutOf(row) }),
      );
      const { counts, results, stopped } = run.outcome;
      expect(results.map((result) => result.status)).toEqual(results.map(() => row.endsAs));
      expect(counts[row.endsAs]).toBe(few.tracks);
      expect(run.seen).toEqual([row.seenAs]);
      expect(stopped?.reason).toBe(row.endsAs === 'blocked' ? 'blocked' : undefined);
      if (row.asked !== undefined) expect(standIn.requests).toHaveLength(row.asked(few.tracks));
    });

    it.each(SHARES)('in %d of the requests: what it spoils is mended or named, the rest is as ever', async (rate) => {
      standIn.configure({ faults: [{ ...row.rule, rate }] });
      const request = requestFor(library, standIn, `${name}-${fetcher}-${rate}`, {
        fetcher,
        attempts: ATTEMPTS,
        ...timeoutOf(row),
      });
      const run = await runWithFaults(request);
      expect(standIn.stats.faults[name]).toBeGreaterThan(0);
      expect(run.seen.filter((seen) => seen !== row.seenAs)).toEqual([]);
      if (!row.mayHide) expect(run.seen).toEqual([row.seenAs]);
      if (row.passes) {
        expect(run.tracks).toBe(clean.tracks);
        expect(run.outcome.stopped).toBeNull();
        return;
      }
      expect(run.outcome.results.map((result) => [result.status, result.match?.track.id])).toEqual(
        run.outcome.results.map((result, at) =>
          result.status === row.endsAs ? [row.endsAs, undefined] : ['matched', library.expected[at]],
        ),
      );
      standIn.configure({ faults: [] });
      expect((await runWithFaults(request)).tracks).toBe(clean.tracks);
    });
  });
});
