import { describe, expect, it } from 'vitest';
import { pushbackRate } from './pushback.js';

/** Requests `everyMs` apart, of which those at the given positions were refused. */
function sent(count: number, everyMs: number, refused: readonly number[]) {
  return Array.from({ length: count }, (_, nth) => ({ startedAt: nth * everyMs, rateLimited: refused.includes(nth) }));
}

describe('pushbackRate', () => {
  it.each([
    ['never', sent(30, 100, []), null],
    ['of no request', [], null],
    ['at once', sent(5, 100, [0]), 1],
    ['within the first second', sent(20, 100, [4, 5]), 5],
    ['after a steady run', sent(61, 250, [60]), 4],
    [
      'by the minute: 61 requests in 30 s, the last ten of them in one second',
      [...sent(51, 580, []), ...sent(10, 100, [9]).map((one) => ({ ...one, startedAt: one.startedAt + 29_100 }))],
      2.033,
    ],
  ])('%s', (_, requests, rate) => {
    expect(pushbackRate(requests)).toBe(rate);
  });

  it('does not depend on the order in which requests were told', () => {
    expect(pushbackRate(sent(20, 100, [4, 9]).reverse())).toBe(5);
  });
});
