import { describe, expect, it } from 'vitest';
import { sleepUntil, systemClock } from './clock.js';

describe('systemClock', () => {
  it('moves on while it sleeps', async () => {
    const until = systemClock.now() + 2;
    await sleepUntil(systemClock, () => until, new AbortController().signal);
    expect(systemClock.now()).toBeGreaterThanOrEqual(until);
    expect(Math.abs(systemClock.wallNow() - Date.now())).toBeLessThan(60_000);
  });

  it('wakes at once when the signal fires, even from a sleep longer than a timer can be', async () => {
    const impatient = new AbortController();
    const asleep = systemClock.sleep(2 ** 40, impatient.signal);
    impatient.abort();
    await expect(asleep).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('draws from 0 up to 1', () => {
    const drawn = Array.from({ length: 100 }, () => systemClock.random());
    expect(drawn.every((one) => one >= 0 && one < 1)).toBe(true);
  });
});
