import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SmallLibrary, smallLibrary } from '../engine/small-library.js';
import { requestFor, runWithFaults } from './fault-run.js';
import { FAULTS, type FaultRow } from './fault-table.js';

let library: SmallLibrary;
let standIn: StandIn;
let clean: string;
beforeAll(async () => {
  library = await smallLibrary();
  standIn = await startStandIn({ catalogue: library.rows });
  clean = (await runWithFaults(requestFor(library, standIn, 'clean', {}))).tracks;
});
afterAll(async () => {
  await standIn.close();
  await library[Symbol.asyncDispose]();
});
beforeEach(() => {
  standIn.configure({ faults: [] });
  standIn.reset();
});

/** Each of these faults in so large a share of the requests. */
const mixed = (rows: readonly FaultRow[], rate: number) => rows.map((row) => ({ ...row.rule, rate }));
const passing = FAULTS.filter((row) => row.passes);
/** Short for what hangs and drips; a page that is merely late is asked for again. */
const PATIENT = { attempts: 10, timeout: 0.4 };

describe.each(['sync', 'async'])('%s, over a site where much goes wrong', (fetcher) => {
  it('writes the tracks[] of a good day when all that goes wrong passes', async () => {
    standIn.configure({ faults: mixed(passing, 0.03) });
    const run = await runWithFaults(requestFor(library, standIn, `passing-${fetcher}`, { fetcher, ...PATIENT }));
    expect(Object.keys(standIn.stats.faults).length).toBeGreaterThan(1);
    expect(run.tracks).toBe(clean);
  });

  it('calls nothing unsold whatever goes wrong, and the next good day makes up for all of it', async () => {
    standIn.configure({ faults: mixed(FAULTS, 0.02) });
    const request = requestFor(library, standIn, `all-${fetcher}`, { fetcher, ...PATIENT });
    const run = await runWithFaults(request);
    const { matched, blocked, failed } = run.outcome.counts;
    expect(blocked + failed).toBeGreaterThan(0);
    expect(matched + blocked + failed).toBe(library.tracks);
    standIn.configure({ faults: [] });
    standIn.reset();
    expect((await runWithFaults(request)).tracks).toBe(clean);
    expect(standIn.requests).toHaveLength(blocked + failed);
  });

  it('lets the process end by itself, whatever it met with', async () => {
    standIn.configure({ faults: FAULTS.map((row) => ({ ...row.rule, rate: 0.08, next: 1 })) });
    const child = fork(fileURLToPath(new URL('../engine/run-and-tell.mjs', import.meta.url)));
    child.send(requestFor(library, standIn, `process-${fetcher}`, { fetcher, ...PATIENT }));
    // A rejection that nobody handles would end it with 1; a handle left open would keep it.
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(Object.keys(standIn.stats.faults).length).toBeGreaterThan(10);
  });
});
