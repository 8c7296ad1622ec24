/** What happens at one moment of a simulation. */
interface Event {
  readonly at: number;
  /** Events of the same moment happen in the order they were added. */
  readonly order: number;
  readonly happen: () => void;
}

/** The clock of a simulation, in seconds: runs what was planned in the order of time. */
export class EventQueue {
  /** A binary heap, earliest first. */
  readonly #heap: Event[] = [];
  #now = 0;
  #added = 0;

  /** Seconds since the beginning. */
  get now(): number {
    return this.#now;
  }

  /** Plans something; a moment that is past means now. */
  at(time: number, happen: () => void): void {
    this.#push({ at: Math.max(time, this.#now), order: this.#added, happen });
    this.#added += 1;
  }

  /** Runs until nothing is planned any more. */
  run(): void {
    for (let event = this.#pop(); event !== undefined; event = this.#pop()) {
      this.#now = event.at;
      event.happen();
    }
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let index = heap.length;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || earlier(parent, event)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = event;
  }

  #pop(): Event | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const [a, b] = [heap[left], heap[left + 1]];
      if (a === undefined) break;
      const child = b !== undefined && earlier(b, a) ? left + 1 : left;
      const least = heap[child];
      if (least === undefined || earlier(last, least)) break;
      heap[index] = least;
      index = child;
    }
    heap[index] = last;
    return first;
  }
}

function earlier(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
