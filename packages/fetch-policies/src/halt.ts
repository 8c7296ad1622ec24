import { FetchError } from '@cuepoint/core';

/** Why a run sends no more requests. */
export interface HaltReason {
  /**
   * `blocked`: the site shut us out. `stalled`: it has put us off for longer than the stall limit. `budget`: the run
   * has sent as many requests as it may.
   */
  readonly kind: 'blocked' | 'stalled' | 'budget';
  /** What was seen, as one sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/**
 * The latch of a run. Once it has fallen no policy sends a request, and requests that wait are let go at once;
 * those in flight may finish, for their answers are paid for.
 */
export class Halt {
  #reason: HaltReason | undefined;
  readonly #listeners = new Set<() => void>();

  /** Why it fell; undefined while requests may be sent. */
  get reason(): HaltReason | undefined {
    return this.#reason;
  }

  /** Ends sending for good. The first reason stays. */
  stop(reason: HaltReason): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
  }

  /** Calls back when it falls; not at all when it has fallen already. Returns how to take that back. */
  onStop(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @throws {FetchError} `FETCH_STOPPED` once it has fallen, or `FETCH_BUDGET` when the run's own bound is the reason. */
  check(url: string): void {
    if (this.#reason === undefined) return;
    const { kind, message, hint } = this.#reason;
    // A bound of our own must not end a track as refused by the site.
    throw new FetchError(kind === 'budget' ? 'FETCH_BUDGET' : 'FETCH_STOPPED', url, `Not asked for: ${message}`, {
      hint,
    });
  }
}
