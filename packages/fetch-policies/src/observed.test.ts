import { describe, expect, it } from 'vitest';
import { type Answer, ask, classify, listening, ScriptedFetcher } from '../test/scripted-fetcher.js';
import { VirtualClock } from '../test/virtual-clock.js';
import { Halt } from './halt.js';
import { observed } from './observed.js';

function setUp(answer: Answer) {
  const clock = new VirtualClock();
  const site = new ScriptedFetcher(clock, [answer]);
  const halt = new Halt();
  return { clock, site, halt, fetcher: observed({ fetcher: site, classify, clock, halt }) };
}

describe('observed', () => {
  it.each<[Answer, object]>([
    [
      { body: 'hello', ms: 40 },
      { networkMs: 40, status: 200, outcome: 'ok', wireBytes: 3, bodyBytes: 5 },
    ],
    [
      { status: 403, body: '' },
      { networkMs: 10, status: 403, outcome: 'blocked', wireBytes: 3, bodyBytes: 0 },
    ],
    [
      { fails: 'FETCH_TIMEOUT', ms: 30_000 },
      { networkMs: 30_000, outcome: 'error', errorCode: 'FETCH_TIMEOUT', wireBytes: 0, bodyBytes: 0 },
    ],
  ])('reports %j as an attempt', async (answer, report) => {
    const { clock, fetcher } = setUp(answer);
    const heard = listening();
    await clock.run(Promise.allSettled([fetcher.fetch(ask(), heard)]));
    expect(heard.notes).toEqual([{ type: 'attempt', attempt: { fetchedBy: 'scripted', startedAt: 1_000, ...report } }]);
  });

  it('neither sends nor reports once the run has halted or the asker has gone', async () => {
    const { site, halt, fetcher } = setUp({});
    const heard = listening(AbortSignal.abort());
    await expect(fetcher.fetch(ask(), heard)).rejects.toMatchObject({ code: 'FETCH_ABORTED' });
    halt.stop({ kind: 'stalled', message: 'enough.', hint: 'wait' });
    await expect(fetcher.fetch(ask())).rejects.toMatchObject({ code: 'FETCH_STOPPED' });
    expect([site.sent, heard.notes]).toEqual([[], []]);
  });
});
