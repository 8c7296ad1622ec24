import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../test/virtual-clock.js';
import type { Rate } from './defaults.js';
import { createRateLimiter, hostOf } from './rate-limiter.js';

const NEVER = new AbortController().signal;

/** When each of `count` requests left, all of them asked for at once. */
async function departures(rate: Rate | 'by-host', count: number, clock = new VirtualClock(), host = 'site.test') {
  const limiter = createRateLimiter({ ratePerSecond: rate, clock });
  const left: number[] = [];
  const takes = Array.from({ length: count }, async () => {
    await limiter.take(host, NEVER);
    left.push(clock.now());
  });
  await clock.run(Promise.all(takes));
  return left.map((at) => at - (left[0] ?? 0));
}

/** The most entries of a sorted list within any closed interval of `span`. */
function busiest(times: readonly number[], span: number): number {
  const counts = times.map((from) => times.filter((at) => at >= from && at <= from + span).length);
  return Math.max(0, ...counts);
}

describe('createRateLimiter', () => {
  it('spaces requests evenly, a little wider than the rate', async () => {
    expect(await departures(4, 6)).toEqual([0, 263, 525, 788, 1050, 1313]);
  });

  it.each<[number, number]>([
    [0.5, 2_000],
    [0.99, 1_050],
    [1, 1_050],
    [1.5, 667],
    [2.5, 400],
  ])('knows fractions: at %d a second the second one leaves after %d ms', async (rate, ms) => {
    expect((await departures(rate, 2))[1]).toBe(ms);
  });

  it('holds nothing back without a limit', async () => {
    expect(await departures('unlimited', 100)).toEqual(new Array(100).fill(0));
  });

  it('never lets more than the rate leave within a second and its margin, however late or early timers fire', async () => {
    const runs = fc.record({
      rate: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.3, max: 12, noNaN: true })),
      lateness: fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(-0.7, 90, 400)), { minLength: 1 }),
      gaps: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 })), { minLength: 1, maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(runs, async ({ rate, lateness, gaps }) => {
        let timer = 0;
        const clock = new VirtualClock(undefined, () => lateness[timer++ % lateness.length] ?? 0);
        const limiter = createRateLimiter({ ratePerSecond: rate, clock });
        const left: number[] = [];
        const takes: Promise<void>[] = [];
        for (const gap of gaps) {
          await clock.pass(gap);
          takes.push(limiter.take('site.test', NEVER).then(() => void left.push(clock.now())));
        }
        await clock.run(Promise.all(takes));
        expect(left).toHaveLength(gaps.length);
        expect(busiest(left, 1_049.999)).toBeLessThanOrEqual(Math.ceil(rate));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its promise at the server when requests travel up to 50 ms longer or shorter than each other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 49 }), { minLength: 30, maxLength: 30 }),
        async (rate, delays) => {
          const left = await departures(rate, delays.length);
          const arrived = left.map((at, index) => at + (delays[index] ?? 0)).sort((a, b) => a - b);
          expect(busiest(arrived, 1_000)).toBeLessThanOrEqual(rate);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('loses little of the rate to timers that are always a few ms late', async () => {
    const left = await departures(20, 101, new VirtualClock(undefined, () => 3));
    // 100 intervals at 20 a second are 5,000 ms; the margin makes them 5,250.
    expect(left.at(-1)).toBeLessThan(5_300);
  });

  it('does not make up for a long silence with a burst', async () => {
    const clock = new VirtualClock();
    const limiter = createRateLimiter({ ratePerSecond: 4, clock });
    await clock.run(limiter.take('site.test', NEVER));
    await clock.pass(60_000);
    const from = clock.now();
    const left: number[] = [];
    const takes = [1, 2, 3].map(() => limiter.take('site.test', NEVER).then(() => left.push(clock.now() - from)));
    await clock.run(Promise.all(takes));
    expect(left).toEqual([0, 263, 525]);
  });

  it('paces each host by itself', async () => {
    const clock = new VirtualClock();
    const limiter = createRateLimiter({ ratePerSecond: 1, clock });
    const from = clock.now();
    await clock.run(Promise.all([limiter.take('a.test', NEVER), limiter.take('b.test', NEVER)]));
    expect(clock.now() - from).toBe(0);
  });

  it.each<[string, number]>([
    ['www.beatport.com', 263],
    ['10.0.0.1:8080', 263],
    ['mylocalhost', 263],
    ['127.0.0.1.example.com', 263],
    ['127.0.0.1:43117', 0],
    ['127.8.8.8', 0],
    ['localhost:80', 0],
    ['api.localhost', 0],
    ['[::1]:8080', 0],
  ])('by host: the second request to %s leaves after %d ms', async (host, ms) => {
    expect(await departures('by-host', 2, new VirtualClock(), host)).toEqual([0, ms]);
  });

  it.each<Rate>([4, 'unlimited'])('lets nothing leave for a paused host (rate %s)', async (ratePerSecond) => {
    const clock = new VirtualClock();
    const limiter = createRateLimiter({ ratePerSecond, clock });
    const from = clock.now();
    expect(limiter.pauseUntil('site.test', from + 30_000)).toBe(30_000);
    await clock.run(limiter.take('other.test', NEVER));
    expect(clock.now() - from).toBe(0);
    await clock.run(limiter.take('site.test', NEVER));
    expect(clock.now() - from).toBe(30_000);
  });

  it('lengthens a pause for those who wait already, and never shortens it', async () => {
    const clock = new VirtualClock();
    const limiter = createRateLimiter({ ratePerSecond: 'unlimited', clock });
    const from = clock.now();
    limiter.pauseUntil('site.test', from + 10_000);
    const waiting = limiter.take('site.test', NEVER);
    await clock.pass(5_000);
    expect(limiter.pauseUntil('site.test', from + 60_000)).toBe(50_000);
    expect(limiter.pauseUntil('site.test', from + 20_000)).toBe(0);
    await clock.run(waiting);
    expect(clock.now() - from).toBe(60_000);
  });

  it('lets a waiting request go at once when it is aborted, whose turn the next one takes', async () => {
    const clock = new VirtualClock();
    const limiter = createRateLimiter({ ratePerSecond: 1, clock });
    const from = clock.now();
    const first = new AbortController();
    const second = new AbortController();
    await clock.run(limiter.take('site.test', NEVER));
    const head = limiter.take('site.test', first.signal);
    const queued = limiter.take('site.test', second.signal);
    const last = limiter.take('site.test', NEVER);
    await clock.pass(100);
    second.abort(new Error('second'));
    first.abort(new Error('first'));
    await expect(head).rejects.toThrow('first');
    await expect(queued).rejects.toThrow('second');
    expect(clock.now() - from).toBe(100);
    await clock.run(last);
    expect(clock.now() - from).toBe(1_050);
  });

  it('refuses a rate that is none', () => {
    expect(() => createRateLimiter({ ratePerSecond: 0 })).toThrow('ratePerSecond must be a number above 0');
  });
});

describe('hostOf', () => {
  it.each([
    ['https://www.beatport.com/search?q=a', 'www.beatport.com'],
    ['http://127.0.0.1:8080/x', '127.0.0.1:8080'],
    ['no url', ''],
  ])('%s → %j', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });
});
