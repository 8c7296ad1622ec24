import { setTimeout as delay } from 'node:timers/promises';

/** Time and chance as the policies see them; injected, so that a test can own both. */
export interface Clock {
  /** Milliseconds on a monotonic clock. */
  now(): number;
  /** Milliseconds since 1970, for the dates a server sends. */
  wallNow(): number;
  /** Resolves after about `ms`, perhaps a little early or late; rejects as soon as the signal fires. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 up to, but not including, 1. */
  random(): number;
}

/** The machine's own. */
export const systemClock: Clock = {
  now: () => performance.now(),
  wallNow: () => Date.now(),
  // A longer timer would overflow and fire at once.
  sleep: (ms, signal) => delay(Math.min(ms, 2 ** 31 - 1), undefined, { signal }),
  random: () => Math.random(),
};

/**
 * Sleeps until the monotonic clock shows at least what `at` answers; it is asked anew after every sleep, because
 * timers fire early, and because the time may have been moved meanwhile.
 */
export async function sleepUntil(clock: Clock, at: () => number, signal: AbortSignal): Promise<void> {
  for (let left = at() - clock.now(); left > 0; left = at() - clock.now()) await clock.sleep(left, signal);
}
