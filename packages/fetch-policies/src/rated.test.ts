import { describe, expect, it } from 'vitest';
import { ask, listening, ScriptedFetcher } from '../test/scripted-fetcher.js';
import { VirtualClock } from '../test/virtual-clock.js';
import { Halt } from './halt.js';
import { createRateLimiter } from './rate-limiter.js';
import { rated } from './rated.js';

function setUp() {
  const clock = new VirtualClock();
  const site = new ScriptedFetcher(clock);
  const halt = new Halt();
  const limiter = createRateLimiter({ ratePerSecond: 1, clock });
  return { clock, site, halt, fetcher: rated({ fetcher: site, limiter, clock, halt }) };
}

describe('rated', () => {
  it('sends at the pace of each host, and says how long a request waited', async () => {
    const { clock, site, fetcher } = setUp();
    const [one, two] = [listening(), listening()];
    const requests = [fetcher.fetch(ask('a'), one), fetcher.fetch(ask('b'), two), fetcher.fetch(ask('c', 'b.test'))];
    await clock.run(Promise.all(requests));
    expect(site.sent.map(({ url, at }) => [url, at - 1_000])).toEqual([
      ['https://site.test/a', 0],
      ['https://b.test/c', 0],
      ['https://site.test/b', 1_050],
    ]);
    expect(one.notes).toEqual([]);
    expect(two.notes).toEqual([{ type: 'wait', reason: 'rate', ms: 1_050 }]);
  });

  it('lets those who wait go at once, one by its signal and all when the run halts', async () => {
    const { clock, site, halt, fetcher } = setUp();
    const impatient = new AbortController();
    await clock.run(fetcher.fetch(ask('a')));
    const gone = fetcher.fetch(ask('b'), { signal: impatient.signal });
    const stopped = fetcher.fetch(ask('c'));
    await clock.pass(100);
    impatient.abort();
    await expect(gone).rejects.toMatchObject({ code: 'FETCH_ABORTED', url: 'https://site.test/b' });
    halt.stop({ kind: 'blocked', message: 'shut.', hint: 'wait' });
    await expect(stopped).rejects.toMatchObject({ code: 'FETCH_STOPPED', url: 'https://site.test/c' });
    expect(site.sent).toHaveLength(1);
  });

  it('disposes of what it wraps', async () => {
    const { site, fetcher } = setUp();
    await fetcher[Symbol.asyncDispose]();
    expect(site.disposed).toBe(1);
  });
});
