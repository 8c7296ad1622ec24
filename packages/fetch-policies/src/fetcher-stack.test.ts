import { describe, expect, it } from 'vitest';
import { type Answer, ask, classify, listening, ScriptedFetcher } from '../test/scripted-fetcher.js';
import { VirtualClock } from '../test/virtual-clock.js';
import { systemClock } from './clock.js';
import type { PolicySettings } from './defaults.js';
import { fetcherStack } from './fetcher-stack.js';
import { createPlaces } from './places.js';
import { createRateLimiter } from './rate-limiter.js';
import type { Hold } from './retry.js';

interface Given {
  readonly answers?: ConstructorParameters<typeof ScriptedFetcher>[1];
  readonly settings?: Partial<PolicySettings>;
  readonly concurrency?: number;
}

function setUp({ answers = [{}], settings = {}, concurrency = 50 }: Given = {}) {
  const clock = new VirtualClock(() => 0.5);
  const site = new ScriptedFetcher(clock, answers, concurrency);
  const paced = createRateLimiter({ ratePerSecond: 'unlimited', ...settings, clock });
  let taken = 0;
  const limiter = {
    ...paced,
    take: (host: string, signal: AbortSignal) => {
      taken += 1;
      return paced.take(host, signal);
    },
  };
  const holds: Hold[] = [];
  const stack = fetcherStack({ fetcher: site, classify, settings, limiter, clock, onHold: (hold) => holds.push(hold) });
  const all = (count: number) =>
    Promise.allSettled(Array.from({ length: count }, (_, n) => stack.fetcher.fetch(ask(`${n}`))));
  return { clock, site, stack, fetcher: stack.fetcher, holds, all, taken: () => taken };
}

const codes = (all: readonly PromiseSettledResult<{ status: number }>[]) =>
  all.map((one) => (one.status === 'fulfilled' ? one.value.status : one.reason.code));

describe('fetcherStack, the order of its policies', () => {
  it('takes a turn for every attempt, each of which is reported', async () => {
    const { clock, fetcher, taken } = setUp({ answers: [{ status: 500 }, { fails: 'FETCH_NETWORK' }, {}] });
    const heard = listening();
    await clock.run(fetcher.fetch(ask(), heard));
    expect(taken()).toBe(3);
    expect(heard.notes.map((note) => (note.type === 'attempt' ? note.attempt.outcome : note.type))).toEqual([
      'cache',
      'transient',
      'wait',
      'error',
      'wait',
      'ok',
    ]);
  });

  it('takes no turn and no place for a page it has', async () => {
    const { clock, fetcher, taken } = setUp({ settings: { maxInFlight: 1 } });
    await clock.run(fetcher.fetch(ask('a')));
    const busy = fetcher.fetch(ask('b'));
    await clock.pass(1);
    expect((await fetcher.fetch(ask('a'))).status).toBe(200);
    expect(taken()).toBe(2);
    await clock.run(busy);
  });

  it('shares one request, with all its attempts, between those who ask at once', async () => {
    const { clock, site, fetcher } = setUp({ answers: [{ status: 500 }, {}] });
    await clock.run(Promise.all([1, 2, 3].map(() => fetcher.fetch(ask()))));
    expect(site.sent).toHaveLength(2);
  });

  it('sends three requests to a closed site, whoever waits, and tries no refusal again', async () => {
    const { clock, site, stack, all, taken } = setUp({ answers: [{ status: 403 }], settings: { ratePerSecond: 4 } });
    const from = clock.now();
    const ended = await clock.run(all(40));
    expect(codes(ended)).toEqual([403, 403, 403, ...new Array(37).fill('FETCH_STOPPED')]);
    expect([site.sent.length, site.mostInFlight, taken()]).toEqual([3, 1, 3]);
    expect(stack.breaker.open).toBe(true);
    expect(stack.halted?.kind).toBe('blocked');
    // At once: those who wait for the rate are let go with the third refusal.
    expect(clock.now() - from).toBe(535);
    expect(codes(await all(2))).toEqual(['FETCH_STOPPED', 'FETCH_STOPPED']);
    expect(site.sent).toHaveLength(3);
  });

  it('lets go of those who wait for a place or for the rate when the site closes in mid-run', async () => {
    const { clock, site, all } = setUp({
      answers: (_, index) => (index < 2 ? {} : { status: 403 }),
      settings: { ratePerSecond: 10, maxInFlight: 5 },
    });
    const ended = await clock.run(all(30));
    expect(codes(ended).filter((code) => code === 'FETCH_STOPPED')).toHaveLength(25);
    expect(site.sent).toHaveLength(5);
  });

  it('still gives pages it has when nothing is sent any more', async () => {
    const { clock, stack, fetcher } = setUp({ answers: [{}, { status: 403 }], settings: { blockedLimit: 1 } });
    await clock.run(fetcher.fetch(ask('a')));
    await clock.run(fetcher.fetch(ask('b')));
    expect(stack.breaker.open).toBe(true);
    expect((await fetcher.fetch(ask('a'))).status).toBe(200);
  });

  it('bounds before it paces: what has its turn is sent at once', async () => {
    const { clock, site, all } = setUp({
      answers: (_, index) => ({ ms: index === 1 ? 5_000 : 20 }),
      settings: { ratePerSecond: 4, maxInFlight: 1 },
    });
    await clock.run(all(8));
    const gaps = site.sent.slice(1).map(({ at }, index) => at - (site.sent[index]?.at ?? 0));
    // The third waits for the slow second; had the turns been given out before the places, the rest would follow it
    // at 20 ms each.
    expect(gaps).toEqual([263, 5_000, 263, 262, 263, 262, 263]);
  });

  it('never hands a fetcher more than it serves at once', async () => {
    const { clock, site, all } = setUp({ concurrency: 2 });
    await clock.run(all(10));
    expect(site.mostInFlight).toBe(2);
  });
});

describe('fetcherStack', () => {
  it('holds the whole host back when one request is asked to wait', async () => {
    const limited: Answer = { status: 429, headers: { 'retry-after': '30' } };
    const { clock, site, holds, all } = setUp({
      answers: (_, index) => (index === 1 ? limited : {}),
      settings: { maxInFlight: 2 },
    });
    const ended = await clock.run(all(6));
    expect(codes(ended)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(holds).toEqual([{ host: 'site.test', status: 429, ms: 30_000, named: true }]);
    // The first alone, then two at once, of which one is told to wait: nothing leaves for 30 s.
    const before = site.sent.filter(({ at }) => at < 31_000);
    expect(before).toHaveLength(3);
    expect(site.sent).toHaveLength(7);
  });

  it('paces several stacks as one when they share a limiter, and bounds them as one when they share places', async () => {
    const clock = new VirtualClock();
    const limiter = createRateLimiter({ ratePerSecond: 4, clock });
    const places = createPlaces(1);
    const site = new ScriptedFetcher(clock, [{ ms: 100 }]);
    const stacks = [1, 2].map(() => fetcherStack({ fetcher: site, classify, limiter, places, clock }));
    const from = clock.now();
    await clock.run(Promise.all(stacks.map(({ fetcher }) => fetcher.fetch(ask()))));
    expect(site.sent.map(({ at }) => at - from)).toEqual([0, 263]);
    expect(site.mostInFlight).toBe(1);
  });

  it('ends one request at once wherever it waits, and leaves the others alone', async () => {
    const { clock, site, fetcher } = setUp({ settings: { ratePerSecond: 1, maxInFlight: 2 } });
    const askers = Array.from({ length: 6 }, () => new AbortController());
    const pages = askers.map(({ signal }, n) => fetcher.fetch(ask(`${n}`), { signal }));
    const ended = Promise.allSettled(pages);
    await clock.pass(1_100);
    for (const asker of askers.slice(1, 5)) asker.abort();
    const statuses = codes(await clock.run(ended));
    expect(statuses).toEqual([200, 200, 'FETCH_ABORTED', 'FETCH_ABORTED', 'FETCH_ABORTED', 200]);
    expect(site.sent).toHaveLength(3);
  });

  it('keeps to the machine’s own clock by default', async () => {
    const site = new ScriptedFetcher(systemClock, (_, index) => ({ ms: 1, status: index === 0 ? 500 : 200 }));
    const { fetcher, halted } = fetcherStack({ fetcher: site, classify, settings: { backoffMs: 2 } });
    const pages = await Promise.all(['a', 'b', 'c'].map((path) => fetcher.fetch(ask(path, 'localhost'))));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([site.sent.length, halted]).toEqual([4, undefined]);
  });

  it('disposes of its fetcher', async () => {
    const { site, fetcher } = setUp();
    await fetcher[Symbol.asyncDispose]();
    expect(site.disposed).toBe(1);
  });

  it('refuses settings out of range, all of them at once', () => {
    const site = new ScriptedFetcher(new VirtualClock());
    const settings = { attempts: 11, maxInFlight: 0, ratePerSecond: -1, keptBytes: Number.NaN, blockedLimit: 0.5 };
    expect(() => fetcherStack({ fetcher: site, classify, settings })).toThrow(
      expect.objectContaining({
        code: 'POLICY_SETTING_INVALID',
        message:
          'Fetch settings: attempts must be a whole number from 1 to 10, not 11; maxInFlight must be a whole number from 1 to 100, not 0; blockedLimit must be a whole number from 1 up, not 0.5; ratePerSecond must be a number above 0 or "unlimited", not -1; keptBytes must be a number from 0 up, not NaN.',
      }),
    );
  });
});
