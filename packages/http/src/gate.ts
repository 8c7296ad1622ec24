/** Lets a fixed number of holders in at once; the others wait, first come, first served. */
export class Gate {
  #free: number;
  /** A Set keeps the order of arrival and lets one who gives up leave from the middle at no cost. */
  readonly #waiting = new Set<() => void>();

  /** @param places How many may be inside at once, from 1. */
  constructor(places: number) {
    this.#free = places;
  }

  /**
   * Resolves, when there is a place, to the function that gives the place back. Call it exactly once.
   *
   * @throws The signal's reason, at once, when it fires before there is a place.
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn(signal);
    return () => this.#leave();
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const admitted = () => {
        signal.removeEventListener('abort', gaveUp);
        resolve();
      };
      const gaveUp = () => {
        this.#waiting.delete(admitted);
        reject(signal.reason);
      };
      this.#waiting.add(admitted);
      signal.addEventListener('abort', gaveUp, { once: true });
    });
  }

  /** Hands the place straight to the next in line: freeing it first would let a newcomer overtake. */
  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
