import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../src/clock.js';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that moves only when everybody sleeps, so that a test of hours takes no time and is the same each time. */
export class VirtualClock implements Clock {
  #now = 1_000;
  #sleepers: Sleeper[] = [];
  readonly #random: () => number;
  readonly #lateness: () => number;

  /** @param lateness By how many ms the next timer misses its time; may be a little below 0, as real ones are. */
  constructor(random: () => number = () => 0.5, lateness: () => number = () => 0) {
    this.#random = random;
    this.#lateness = lateness;
  }

  now(): number {
    return this.#now;
  }

  wallNow(): number {
    return Date.UTC(2026, 10, 20, 12) + this.#now;
  }

  random(): number {
    return this.#random();
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      // Whole milliseconds and at least one, as `setTimeout` has it.
      const at = this.#now + Math.max(1, Math.trunc(ms) + this.#lateness());
      const leave = () => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
        reject(signal.reason);
      };
      const sleeper: Sleeper = {
        at,
        wake: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#sleepers.push(sleeper);
    });
  }

  /** Lets time pass until the work is done; fails when the work waits for something that no clock brings. */
  async run<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const settled = work.then(
      () => {
        done = true;
      },
      () => {
        done = true;
      },
    );
    for (;;) {
      await turn();
      if (done) break;
      if (!this.#wakeNext(Number.POSITIVE_INFINITY)) throw new Error('The work waits, and nobody sleeps.');
    }
    await settled;
    return work;
  }

  /** Lets this much time pass. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    do await turn();
    while (this.#wakeNext(end));
    this.#now = end;
  }

  #wakeNext(latest: number): boolean {
    const next = this.#sleepers.reduce<Sleeper | undefined>(
      (first, one) => (first === undefined || one.at < first.at ? one : first),
      undefined,
    );
    if (next === undefined || next.at > latest) return false;
    this.#sleepers = this.#sleepers.filter((one) => one !== next);
    this.#now = Math.max(this.#now, next.at);
    next.wake();
    return true;
  }
}
