import { describe, expect, it } from 'vitest';
import { type Answer, ask, classify, ScriptedFetcher } from '../test/scripted-fetcher.js';
import { VirtualClock } from '../test/virtual-clock.js';
import { breaker } from './breaker.js';
import { Halt } from './halt.js';

function setUp(answers: readonly Answer[], blockedLimit = 3) {
  const clock = new VirtualClock();
  const site = new ScriptedFetcher(clock, answers);
  const halt = new Halt();
  const fetcher = breaker({ fetcher: site, classify, blockedLimit, halt });
  /** The statuses of this many requests, one after the other. */
  const statuses = async (count: number) => {
    const all: number[] = [];
    for (let n = 0; n < count; n += 1) all.push((await clock.run(fetcher.fetch(ask(`${n}`)))).status);
    return all;
  };
  return { site, halt, fetcher, statuses };
}

const OK: Answer = {};
const BLOCKED: Answer = { status: 403 };

describe('breaker', () => {
  it('opens at the third refusal in a row, hands the refusals on, and then sends nothing', async () => {
    const { site, halt, fetcher, statuses } = setUp([OK, BLOCKED]);
    expect(await statuses(4)).toEqual([200, 403, 403, 403]);
    expect(fetcher.state).toMatchObject({
      open: true,
      blockedInARow: 3,
      lastBlocked: { url: 'https://site.test/3', status: 403, pageClass: 'blocked' },
    });
    await expect(fetcher.fetch(ask('next'))).rejects.toMatchObject({
      code: 'FETCH_STOPPED',
      message:
        'Not asked for: the site refused us 3 times in a row, the last time with status 403. (https://site.test/next)',
    });
    expect(site.sent).toHaveLength(4);
    expect(halt.reason?.kind).toBe('blocked');
  });

  it.each<[string, readonly Answer[], number]>([
    ['a good answer begins the count anew', [BLOCKED, BLOCKED, OK, BLOCKED, BLOCKED], 2],
    ['so does a page that is not there', [BLOCKED, BLOCKED, { status: 404 }, BLOCKED], 1],
    ['a fault says nothing', [BLOCKED, { status: 500 }, BLOCKED], 2],
    ['a shell says nothing', [BLOCKED, { means: 'shell' }, BLOCKED], 2],
    ['being asked to slow down says nothing', [BLOCKED, { status: 429 }, BLOCKED], 2],
    ['a challenge counts whatever its status', [{ status: 200, means: 'blocked' }], 1],
    ['so does 401, whatever it means', [{ status: 401, means: 'unknown-shape' }], 1],
  ])('%s', async (_, answers, inARow) => {
    const { fetcher, statuses } = setUp(answers);
    await statuses(answers.length);
    expect(fetcher.state).toMatchObject({ open: false, blockedInARow: inARow });
  });

  it('leaves a 401 of the API to the catalogue, which can renew the token', async () => {
    const clock = new VirtualClock();
    const halt = new Halt();
    const site = new ScriptedFetcher(clock, [{ status: 401 }]);
    const fetcher = breaker({ fetcher: site, classify, blockedLimit: 1, halt });
    for (const name of ['a', 'b', 'c']) await clock.run(fetcher.fetch({ ...ask(name), kind: 'api' }));
    expect(fetcher.state).toMatchObject({ open: false, blockedInARow: 0 });
    expect(site.sent).toHaveLength(3);
  });

  it('says for 401 that the token is at fault', async () => {
    const { halt, statuses } = setUp([{ status: 401 }], 1);
    await statuses(1);
    expect(halt.reason).toEqual({
      kind: 'blocked',
      message: 'the site refused us, the last time with status 401 (not logged in).',
      hint: 'Check that the token is valid and has not expired, then run again.',
    });
  });

  it('knows nothing at first, and disposes of what it wraps', async () => {
    const { site, fetcher } = setUp([OK]);
    expect(fetcher.state).toMatchObject({ open: false, blockedInARow: 0, lastBlocked: undefined });
    await fetcher[Symbol.asyncDispose]();
    expect(site.disposed).toBe(1);
  });
});
