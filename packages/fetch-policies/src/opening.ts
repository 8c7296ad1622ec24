import type { Classify, Fetcher } from '@cuepoint/core';
import { bounded } from './bounded.js';
import type { Clock } from './clock.js';
import { decorate } from './decorate.js';
import type { Halt } from './halt.js';
import { PAGE_CONSEQUENCES } from './page-consequences.js';
import { createPlaces } from './places.js';

/** What `opening` needs. */
export interface OpeningOptions {
  readonly fetcher: Fetcher;
  readonly classify: Classify;
  readonly clock: Clock;
  readonly halt: Halt;
}

/** One request at a time until the first good answer; then no bound. A site that is closed sees few requests so. */
export function opening({ fetcher, classify, clock, halt }: OpeningOptions): Fetcher {
  const door = createPlaces(1);
  const watched = decorate(fetcher, {
    async fetch(request, options) {
      const page = await fetcher.fetch(request, options);
      if (PAGE_CONSEQUENCES[classify(page, request.kind)].good) door.open();
      return page;
    },
  });
  return { ...bounded({ fetcher: watched, places: door, clock, halt }), concurrency: fetcher.concurrency };
}
