import { describe, expect, it } from 'vitest';
import { ask, classify, ScriptedFetcher } from '../test/scripted-fetcher.js';
import { VirtualClock } from '../test/virtual-clock.js';
import { budget, type ManyRequests } from './budget.js';
import { fetcherStack } from './fetcher-stack.js';
import { Halt } from './halt.js';

function setUp(maxRequests: number, manyRequests = 0) {
  const clock = new VirtualClock();
  const site = new ScriptedFetcher(clock);
  const halt = new Halt();
  const told: ManyRequests[] = [];
  const fetcher = budget({ fetcher: site, maxRequests, manyRequests, halt, onMany: (many) => told.push(many) });
  const send = async (count: number, origin = 'https://site.test') => {
    for (let n = 0; n < count; n += 1) await clock.run(fetcher.fetch({ ...ask(), url: `${origin}/${n}` }));
  };
  return { site, halt, told, send };
}

describe('budget', () => {
  it('sends as many as it may, and halts when one more is asked for', async () => {
    const { site, halt, send } = setUp(3);
    await send(3);
    expect(halt.reason).toBeUndefined();
    await expect(send(1)).rejects.toMatchObject({ code: 'FETCH_BUDGET' });
    expect(site.sent).toHaveLength(3);
    expect(halt.reason).toEqual({
      kind: 'budget',
      message: 'the 3 requests this run may send have been sent.',
      hint: 'Everything done so far is kept. Run again to go on: what was stored is not asked for again.',
    });
  });

  it('sets no bound by default', async () => {
    const { site, send } = setUp(0);
    await send(50);
    expect(site.sent).toHaveLength(50);
  });

  it('tells once of a host that was asked for a lot', async () => {
    const { told, send } = setUp(0, 3);
    await send(3);
    expect(told).toEqual([]);
    await send(9);
    expect(told).toEqual([{ host: 'site.test', requests: 4 }]);
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost', 'http://[::1]:9'])('says nothing of %s', async (origin) => {
    const { told, send } = setUp(0, 3);
    await send(9, origin);
    expect(told).toEqual([]);
  });

  it('counts every attempt, and nothing that waited in vain', async () => {
    const clock = new VirtualClock(() => 0.5);
    const site = new ScriptedFetcher(clock, [{}, { status: 500 }, {}]);
    const settings = { maxRequests: 3, ratePerSecond: 4, keptBytes: 0 };
    const { fetcher } = fetcherStack({ fetcher: site, classify, settings, clock });
    const ended = await clock.run(Promise.allSettled(['a', 'b', 'c', 'd'].map((path) => fetcher.fetch(ask(path)))));
    expect(site.sent).toHaveLength(3);
    expect(ended.filter((one) => one.status === 'rejected').map((one) => one.reason.code)).toEqual([
      'FETCH_BUDGET',
      'FETCH_BUDGET',
    ]);
  });
});
