import type { EventQueue } from './event-queue.js';

interface Work {
  readonly seconds: number;
  readonly then: () => void;
}

/**
 * The one thread of a run: one piece of work at a time, in the order asked. What a finished piece asks for at once goes
 * before all others, as the steps of a program follow one another until it waits for something.
 */
export class Processor {
  readonly #events: EventQueue;
  readonly #queue: Work[] = [];
  #busy = false;
  #following: Work | undefined;
  #finishing = false;

  constructor(events: EventQueue) {
    this.#events = events;
  }

  /** Does work of so many seconds, then goes on. */
  run(seconds: number, then: () => void): void {
    const work = { seconds, then };
    if (this.#finishing && this.#following === undefined) {
      this.#following = work;
      return;
    }
    this.#queue.push(work);
    if (!this.#busy) this.#next();
  }

  #next(): void {
    const work = this.#following ?? this.#queue.shift();
    this.#following = undefined;
    this.#busy = work !== undefined;
    if (work === undefined) return;
    this.#events.at(this.#events.now + work.seconds, () => {
      this.#finishing = true;
      work.then();
      this.#finishing = false;
      this.#next();
    });
  }
}
