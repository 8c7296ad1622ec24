import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, ask, classify, listening, ScriptedFetcher } from '../test/scripted-fetcher.js';
import { VirtualClock } from '../test/virtual-clock.js';
import { POLICY_DEFAULTS, type PolicySettings } from './defaults.js';
import { Halt } from './halt.js';
import { createRateLimiter } from './rate-limiter.js';
import { type Hold, retry } from './retry.js';

interface Given {
  readonly answers: ConstructorParameters<typeof ScriptedFetcher>[1];
  readonly settings?: Partial<PolicySettings>;
  readonly random?: () => number;
}

function setUp({ answers, settings = {}, random }: Given) {
  const clock = new VirtualClock(random);
  const site = new ScriptedFetcher(clock, answers);
  const limiter = createRateLimiter({ ratePerSecond: 'unlimited', clock });
  const halt = new Halt();
  const holds: Hold[] = [];
  const fetcher = retry({
    fetcher: site,
    classify,
    settings: { ...POLICY_DEFAULTS, ...settings },
    limiter,
    clock,
    halt,
    onHold: (hold) => holds.push(hold),
  });
  /** How long after the end of each answer (10 ms) the next request left. */
  const waits = () => site.sent.slice(1).map(({ at }, index) => at - (site.sent[index]?.at ?? 0) - 10);
  return { clock, site, limiter, halt, holds, fetcher, waits };
}

const almostOne = () => 1 - Number.EPSILON;

describe('retry, faults that may pass', () => {
  it.each<[Answer, number]>([
    [{ fails: 'FETCH_TIMEOUT' }, 2],
    [{ fails: 'FETCH_NETWORK' }, 2],
    [{ status: 500 }, 2],
    [{ status: 503 }, 2],
    [{ status: 503, headers: { 'retry-after': 'rubbish' } }, 2],
    [{ status: 200 }, 1],
    [{ status: 404 }, 1],
    [{ status: 403 }, 1],
    [{ status: 403, headers: { 'retry-after': '1' } }, 1],
    [{ means: 'shell' }, 1],
    [{ means: 'missing-payload' }, 1],
    [{ means: 'unknown-shape' }, 1],
  ])('sends %j %d times when the second answer is good', async (first, times) => {
    const { clock, site, fetcher } = setUp({ answers: [first, {}] });
    const page = await clock.run(fetcher.fetch(ask()));
    expect(site.sent).toHaveLength(times);
    expect(page.status).toBe(times === 2 ? 200 : (first.status ?? 200));
  });

  it.each(['FETCH_TOO_LARGE', 'FETCH_HOST_REFUSED', 'FETCH_ABORTED', 'FETCH_STOPPED'] as const)(
    'does not send again after %s',
    async (code) => {
      const { clock, site, fetcher } = setUp({ answers: [{ fails: code }, {}] });
      await expect(clock.run(fetcher.fetch(ask()))).rejects.toMatchObject({ code });
      expect(site.sent).toHaveLength(1);
    },
  );

  it.each([1, 3, 10])('gives back the last page as it is after %d attempts', async (attempts) => {
    const { clock, site, fetcher } = setUp({
      answers: (_, index) => ({ status: 500, body: `answer ${index + 1}` }),
      settings: { attempts },
    });
    const page = await clock.run(fetcher.fetch(ask()));
    expect([page.status, page.body, site.sent.length]).toEqual([500, `answer ${attempts}`, attempts]);
  });

  it('throws the last error as it is', async () => {
    const { clock, site, fetcher } = setUp({ answers: [{ status: 500 }, { status: 500 }, { fails: 'FETCH_TIMEOUT' }] });
    await expect(clock.run(fetcher.fetch(ask()))).rejects.toMatchObject({ code: 'FETCH_TIMEOUT' });
    expect(site.sent).toHaveLength(3);
  });

  it('waits at most 1 s, then 2 s, then twice as long up to the limit, and says so', async () => {
    const settings = { attempts: 8 };
    const { clock, fetcher, waits } = setUp({ answers: [{ status: 500 }], settings, random: almostOne });
    const heard = listening();
    await clock.run(fetcher.fetch(ask(), heard));
    expect(waits()).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(heard.notes).toEqual(waits().map((ms) => ({ type: 'wait', reason: 'backoff', ms })));
  });

  it('draws each wait from the whole range', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (drawn) => {
        const { clock, fetcher, waits } = setUp({ answers: [{ status: 500 }], random: () => drawn });
        await clock.run(fetcher.fetch(ask()));
        const [first = Number.NaN, second = Number.NaN] = waits();
        expect(Math.abs(first - drawn * 1_000)).toBeLessThanOrEqual(1);
        expect(Math.abs(second - drawn * 2_000)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });

  it('ends at once when it is aborted between two attempts', async () => {
    const { clock, site, fetcher } = setUp({ answers: [{ status: 500 }] });
    const impatient = new AbortController();
    const page = fetcher.fetch(ask(), { signal: impatient.signal });
    await clock.pass(100);
    impatient.abort();
    await expect(page).rejects.toMatchObject({ code: 'FETCH_ABORTED' });
    expect(site.sent).toHaveLength(1);
  });
});

describe('retry, asked to slow down', () => {
  it.each<[Answer, number]>([
    [{ status: 429, headers: { 'retry-after': '120' } }, 120_000],
    [{ status: 503, headers: { 'retry-after': '120' } }, 120_000],
    [
      {
        status: 429,
        headers: { 'retry-after': 'Fri, 20 Nov 2026 12:10:00 GMT', date: 'Fri, 20 Nov 2026 12:00:00 GMT' },
      },
      600_000,
    ],
    [{ status: 429 }, 5_000],
    [{ status: 429, headers: { 'retry-after': '-7' } }, 5_000],
    [{ status: 429, headers: { 'retry-after': '0' } }, 1_000],
    [{ status: 429, headers: { 'retry-after': 'Thu, 01 Jan 2026 00:00:00 GMT' } }, 1_000],
    [{ status: 200, means: 'rate-limited' }, 5_000],
  ])('after %j it waits %d ms and costs no attempt', async (answer, ms) => {
    const { clock, site, fetcher, waits } = setUp({ answers: [answer, {}], settings: { attempts: 1 } });
    const heard = listening();
    const page = await clock.run(fetcher.fetch(ask(), heard));
    expect(page.status).toBe(200);
    expect(site.sent).toHaveLength(2);
    expect(waits()).toEqual([ms]);
    expect(heard.notes).toEqual([{ type: 'wait', reason: 'backoff', ms }]);
  });

  it('leaves the attempts for faults', async () => {
    const limited: Answer = { status: 429, headers: { 'retry-after': '2' } };
    const { clock, site, fetcher } = setUp({
      answers: [limited, { status: 500 }, limited, limited, { fails: 'FETCH_NETWORK' }, limited, { status: 502 }],
    });
    expect((await clock.run(fetcher.fetch(ask()))).status).toBe(502);
    expect(site.sent).toHaveLength(7);
  });

  it('doubles the wait where the server names none, up to a minute', async () => {
    const answers = [...new Array<Answer>(7).fill({ status: 429 }), {}];
    const { clock, fetcher, waits } = setUp({ answers });
    await clock.run(fetcher.fetch(ask()));
    expect(waits()).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
  });

  it('holds back the whole host, and no other', async () => {
    const { clock, limiter, holds, fetcher } = setUp({
      answers: [{ status: 429, headers: { 'retry-after': '60' } }, {}],
    });
    const from = clock.now() + 10;
    const page = fetcher.fetch(ask());
    await clock.pass(1_000);
    const never = new AbortController().signal;
    const left = async (host: string) => {
      await limiter.take(host, never);
      return clock.now() - from;
    };
    expect(await clock.run(left('other.test'))).toBe(990);
    expect(await clock.run(left('site.test'))).toBe(60_000);
    await clock.run(page);
    expect(holds).toEqual([{ host: 'site.test', status: 429, ms: 60_000, named: true }]);
  });

  it('tells of one hold once, however many requests run into it', async () => {
    const limited: Answer = { status: 429, headers: { 'retry-after': '60' } };
    const { clock, holds, fetcher } = setUp({ answers: (_, index) => (index < 5 ? limited : {}) });
    await clock.run(Promise.all(['a', 'b', 'c', 'd', 'e'].map((path) => fetcher.fetch(ask(path)))));
    expect(holds).toHaveLength(1);
  });
});

describe('retry, the stall limit', () => {
  it('stops the run at once when the named wait alone passes the limit', async () => {
    const { clock, site, halt, fetcher } = setUp({ answers: [{ status: 429, headers: { 'retry-after': '3600' } }] });
    const from = clock.now();
    await expect(clock.run(fetcher.fetch(ask()))).rejects.toMatchObject({
      code: 'FETCH_STOPPED',
      message:
        'Not asked for: site.test asks to be left alone for 60 min (status 429); more than 15 min is not waited. (https://site.test/a)',
      hint: 'Everything done so far is kept. Run again in 60 min, at a lower rate.',
    });
    expect(clock.now() - from).toBe(10);
    expect(site.sent).toHaveLength(1);
    expect(halt.reason?.kind).toBe('stalled');
  });

  it('obeys any wait that fits under it', async () => {
    const { clock, fetcher, waits } = setUp({ answers: [{ status: 429, headers: { 'retry-after': '900' } }, {}] });
    await clock.run(fetcher.fetch(ask()));
    expect(waits()).toEqual([900_000]);
  });

  it('stops when the waits together pass it, and says for how long nothing came', async () => {
    const { clock, halt, fetcher } = setUp({ answers: [{ status: 429 }] });
    const from = clock.now();
    await expect(clock.run(fetcher.fetch(ask()))).rejects.toMatchObject({ code: 'FETCH_STOPPED' });
    expect(clock.now() - from).toBeLessThanOrEqual(POLICY_DEFAULTS.stallLimitMs);
    expect(halt.reason?.message).toBe(
      'site.test asks us to slow down (status 429) without saying for how long and has given no good answer for 14.3 min; more than 15 min is not waited.',
    );
  });

  it('begins anew with each good answer', async () => {
    const limited: Answer = { status: 429, headers: { 'retry-after': '600' } };
    const { clock, site, halt, fetcher } = setUp({ answers: [limited, {}, limited, {}] });
    await clock.run(fetcher.fetch(ask('a')));
    await clock.run(fetcher.fetch(ask('b')));
    expect(site.sent).toHaveLength(4);
    expect(halt.reason).toBeUndefined();
  });

  it('counts from when a host first put us off, not from how long nobody asked it', async () => {
    const { clock, halt, fetcher } = setUp({ answers: [{}, { status: 429, headers: { 'retry-after': '60' } }, {}] });
    await clock.run(fetcher.fetch(ask('a')));
    await clock.pass(3_600_000);
    expect((await clock.run(fetcher.fetch(ask('b')))).status).toBe(200);
    expect(halt.reason).toBeUndefined();
  });

  it('gives up one request that is put off for ever while the host answers others', async () => {
    const { clock, halt, fetcher } = setUp({
      answers: (request) => (request.url.endsWith('cursed') ? { status: 429, headers: { 'retry-after': '0' } } : {}),
    });
    let done = false;
    const cursed = fetcher.fetch(ask('cursed')).finally(() => {
      done = true;
    });
    const others = (async () => {
      for (let n = 0; !done; n += 1) {
        await fetcher.fetch(ask(`${n}`));
        await clock.sleep(2_000, new AbortController().signal);
      }
    })();
    expect((await clock.run(cursed)).status).toBe(429);
    await clock.run(others);
    expect(halt.reason).toBeUndefined();
  });

  it('lets go of every request that waits', async () => {
    const { clock, fetcher } = setUp({
      answers: (request) =>
        request.url.endsWith('a') ? { status: 500 } : { status: 429, headers: { 'retry-after': '9999' }, ms: 20 },
    });
    const from = clock.now();
    const all = await clock.run(Promise.allSettled([fetcher.fetch(ask('a')), fetcher.fetch(ask('b'))]));
    expect(all).toMatchObject([{ reason: { code: 'FETCH_STOPPED' } }, { reason: { code: 'FETCH_STOPPED' } }]);
    expect(clock.now() - from).toBe(20);
  });
});
