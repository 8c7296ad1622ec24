import { EventQueue } from './event-queue.js';
import { Processor } from './processor.js';
import type { RecordedPage, RecordedQuery, RecordedTrack, RecordedWork } from './recorded-work.js';

/** The bounds a replay works under. */
export interface ReplayBounds {
  /** Tracks worked on at once. 1 is the sequential fetcher: then details come one by one as well. */
  readonly concurrency: number;
  /** Requests at once for one track. */
  readonly requestsPerTrack: number;
  /** Requests at once over the whole run. */
  readonly maxInFlight: number;
  /** Requests a second; null for unlimited. */
  readonly maxRate: number | null;
  /** Things left out to see what they cost. */
  readonly without?: 'network' | 'work';
}

/** What came of a replay. */
export interface Replayed {
  /** Seconds from the start of the run to its end. */
  readonly wallTime: number;
  readonly mostInFlight: number;
}

/**
 * How much wider than the rate itself requests are spaced, in seconds: at most the rate (rounded up) leave within any
 * second and this margin, as the rate limiter of the run has it.
 */
const RATE_MARGIN = 0.05;

/**
 * Runs a recording again on a simulated clock: tracks in order, so many at once; queries of a track one after the
 * other; requests evenly spaced below the ceiling; the first one alone until its answer is there; one processor, which
 * does one piece of work at a time.
 */
export function replay(work: RecordedWork, bounds: ReplayBounds): Replayed {
  const { concurrency, maxRate, without } = bounds;
  const events = new EventQueue();
  const oneByOne = concurrency === 1;
  const spacing = maxRate === null ? 0 : Math.max(1 / maxRate, (1 + RATE_MARGIN) / Math.ceil(maxRate));
  const places = new Places(oneByOne ? 1 : bounds.maxInFlight);
  const opening = new Opening();
  const processor = new Processor(events);
  let nextSlot = 0;
  let inFlight = 0;
  let mostInFlight = 0;
  let nextTrack = 0;

  const compute = (seconds: number, then: () => void): void => processor.run(without === 'work' ? 0 : seconds, then);
  const request = (seconds: number, then: () => void): void => {
    opening.enter(() =>
      places.take(() => {
        const leaves = Math.max(events.now, nextSlot);
        nextSlot = leaves + spacing;
        events.at(leaves, () => {
          inFlight += 1;
          mostInFlight = Math.max(mostInFlight, inFlight);
          events.at(events.now + (without === 'network' ? 0 : seconds), () => {
            inFlight -= 1;
            places.give();
            opening.answered();
            then();
          });
        });
      }),
    );
  };
  const fetchPage = ({ requests, pauses, work: own }: RecordedPage, then: () => void): void => {
    const pause = requests.length > 1 ? pauses / (requests.length - 1) : 0;
    const send = (nth: number): void => {
      const seconds = requests[nth];
      if (seconds === undefined) compute(own, then);
      else if (nth === 0) request(seconds, () => send(1));
      else events.at(events.now + pause, () => request(seconds, () => send(nth + 1)));
    };
    send(0);
  };
  const fetchAll = (pages: readonly RecordedPage[], then: () => void): void => {
    if (pages.length === 0) then();
    const own = new Places(oneByOne ? 1 : bounds.requestsPerTrack);
    let left = pages.length;
    for (const page of pages) {
      own.take(() =>
        fetchPage(page, () => {
          own.give();
          left -= 1;
          if (left === 0) then();
        }),
      );
    }
  };
  const ask = ({ first, others, scoring }: RecordedQuery, then: () => void): void =>
    fetchPage(first, () => fetchAll(others, () => compute(scoring, then)));
  const processTrack = ({ queries, rest }: RecordedTrack): void => {
    const askFrom = (nth: number): void => {
      const query = queries[nth];
      if (query === undefined) compute(rest, startNext);
      else ask(query, () => askFrom(nth + 1));
    };
    askFrom(0);
  };
  const startNext = (): void => {
    const track = work.tracks[nextTrack];
    nextTrack += 1;
    if (track !== undefined) processTrack(track);
  };

  for (let slot = 0; slot < concurrency; slot += 1) events.at(0, startNext);
  events.run();
  return { wallTime: events.now + work.around, mostInFlight };
}

/** So many at once; the others wait their turn. */
class Places {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  take(then: () => void): void {
    if (this.#free === 0) {
      this.#waiting.push(then);
      return;
    }
    this.#free -= 1;
    then();
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

/** Lets the first request through alone, and everybody once it has its answer. */
class Opening {
  readonly #waiting: (() => void)[] = [];
  #state: 'untried' | 'trying' | 'open' = 'untried';

  enter(then: () => void): void {
    if (this.#state === 'trying') {
      this.#waiting.push(then);
      return;
    }
    if (this.#state === 'untried') this.#state = 'trying';
    then();
  }

  answered(): void {
    if (this.#state === 'open') return;
    this.#state = 'open';
    for (const then of this.#waiting) then();
  }
}
