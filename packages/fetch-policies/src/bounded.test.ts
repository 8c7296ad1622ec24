import { describe, expect, it } from 'vitest';
import { ask, listening, ScriptedFetcher } from '../test/scripted-fetcher.js';
import { VirtualClock } from '../test/virtual-clock.js';
import { bounded } from './bounded.js';
import { Halt } from './halt.js';
import { createPlaces } from './places.js';

function setUp(size: number, answers: ConstructorParameters<typeof ScriptedFetcher>[1] = [{}]) {
  const clock = new VirtualClock();
  const site = new ScriptedFetcher(clock, answers);
  const halt = new Halt();
  const places = createPlaces(size);
  return { clock, site, halt, places, fetcher: bounded({ fetcher: site, places, clock, halt }) };
}

const paths = (count: number) => Array.from({ length: count }, (_, n) => `${n}`);

describe('bounded', () => {
  it.each([1, 3, 7])('keeps at most %d in flight, in the order they came', async (size) => {
    const { clock, site, fetcher } = setUp(size);
    await clock.run(Promise.all(paths(20).map((path) => fetcher.fetch(ask(path)))));
    expect(site.mostInFlight).toBe(size);
    expect(site.sent.map(({ url }) => url)).toEqual(paths(20).map((path) => ask(path).url));
  });

  it('shares its places between several fetchers', async () => {
    const { clock, site, halt, places, fetcher } = setUp(2);
    const other = bounded({ fetcher: site, places, clock, halt });
    await clock.run(Promise.all(paths(10).flatMap((path) => [fetcher.fetch(ask(path)), other.fetch(ask(path))])));
    expect(site.mostInFlight).toBe(2);
  });

  it('says how long a request waited, and nothing of one that did not', async () => {
    const { clock, fetcher } = setUp(1);
    const [one, two] = [listening(), listening()];
    await clock.run(Promise.all([fetcher.fetch(ask('a'), one), fetcher.fetch(ask('b'), two)]));
    expect(one.notes).toEqual([]);
    expect(two.notes).toEqual([{ type: 'wait', reason: 'bound', ms: 10 }]);
  });

  it('gives the place back after a failure', async () => {
    const { clock, fetcher } = setUp(1, [{ fails: 'FETCH_NETWORK' }, {}]);
    await expect(clock.run(fetcher.fetch(ask()))).rejects.toMatchObject({ code: 'FETCH_NETWORK' });
    expect((await clock.run(fetcher.fetch(ask()))).status).toBe(200);
  });

  it('lets an aborted request leave the queue at once, and its turn is not lost to the others', async () => {
    const { clock, site, fetcher } = setUp(1);
    const impatient = new AbortController();
    const first = fetcher.fetch(ask('first'));
    const gone = fetcher.fetch(ask('gone'), { signal: impatient.signal });
    const last = fetcher.fetch(ask('last'));
    await clock.pass(5);
    impatient.abort();
    await expect(gone).rejects.toMatchObject({ code: 'FETCH_ABORTED', url: 'https://site.test/gone' });
    expect(site.inFlight).toBe(1);
    await clock.run(Promise.all([first, last]));
    expect(site.sent.map(({ url }) => url)).toEqual(['https://site.test/first', 'https://site.test/last']);
  });

  it('lets all who wait go when the run halts, and those in flight finish', async () => {
    const { clock, site, halt, fetcher } = setUp(1);
    const flying = fetcher.fetch(ask('a'));
    const waiting = fetcher.fetch(ask('b'));
    await clock.pass(5);
    halt.stop({ kind: 'blocked', message: 'shut.', hint: 'wait' });
    await expect(waiting).rejects.toMatchObject({ code: 'FETCH_STOPPED', hint: 'wait' });
    expect((await clock.run(flying)).status).toBe(200);
    expect(site.sent).toHaveLength(1);
  });

  it('serves no more at once than its places', () => {
    expect(setUp(7).fetcher.concurrency).toBe(7);
    expect(setUp(70).fetcher.concurrency).toBe(50);
  });
});
