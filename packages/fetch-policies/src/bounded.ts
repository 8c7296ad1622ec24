import type { Fetcher } from '@cuepoint/core';
import type { Clock } from './clock.js';
import { decorate } from './decorate.js';
import type { Halt } from './halt.js';
import type { Places } from './places.js';
import { noteWait, waitFor } from './waiting.js';

/** What `bounded` needs. */
export interface BoundedOptions {
  readonly fetcher: Fetcher;
  /** Shared by all that send requests in a run. Never nest two of the same: requests would wait for themselves. */
  readonly places: Places;
  readonly clock: Clock;
  readonly halt: Halt;
}

/** Keeps at most as many requests in flight as there are places. */
export function bounded({ fetcher, places, clock, halt }: BoundedOptions): Fetcher {
  return decorate(fetcher, {
    concurrency: Math.min(fetcher.concurrency, places.size),
    async fetch(request, options) {
      const asked = clock.now();
      const giveBack = await waitFor({ request, options, halt }, (signal) => places.take(signal));
      try {
        noteWait(options, 'bound', clock.now() - asked);
        return await fetcher.fetch(request, options);
      } finally {
        giveBack();
      }
    },
  });
}
