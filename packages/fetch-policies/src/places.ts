import pLimit from 'p-limit';
import { onAbort } from './waiting.js';

/** A number of places, given out in the order they were asked for. */
export interface Places {
  /** How many there are. */
  readonly size: number;
  /** Resolves to how to give the place back; rejects with the signal's reason, which leaves the queue. */
  take(signal: AbortSignal): Promise<() => void>;
  /** Places for everybody, from now on; those who wait get theirs. */
  open(): void;
}

/**
 * Makes places.
 *
 * @param size A whole number from 1 up.
 */
export function createPlaces(size: number): Places {
  const limit = pLimit(size);
  return {
    get size() {
      return limit.concurrency;
    },
    take(signal) {
      signal.throwIfAborted();
      return new Promise((resolve, reject) => {
        const forget = onAbort(signal, () => reject(signal.reason));
        void limit(
          () =>
            new Promise<void>((giveBack) => {
              forget();
              if (signal.aborted) giveBack();
              else resolve(giveBack);
            }),
        );
      });
    },
    open() {
      limit.concurrency = Number.POSITIVE_INFINITY;
    },
  };
}
