import type { Fetcher } from '@cuepoint/core';
import type { Clock } from './clock.js';
import { decorate } from './decorate.js';
import type { Halt } from './halt.js';
import { hostOf, type RateLimiter } from './rate-limiter.js';
import { noteWait, waitFor } from './waiting.js';

/** What `rated` needs. */
export interface RatedOptions {
  readonly fetcher: Fetcher;
  /** Shared by all that send requests in a run. */
  readonly limiter: RateLimiter;
  readonly clock: Clock;
  readonly halt: Halt;
}

/** Sends each request when the pace of its host allows it. Whatever it wraps must send at once, or the pace is lost. */
export function rated({ fetcher, limiter, clock, halt }: RatedOptions): Fetcher {
  return decorate(fetcher, {
    async fetch(request, options) {
      const asked = clock.now();
      await waitFor({ request, options, halt }, (signal) => limiter.take(hostOf(request.url), signal));
      noteWait(options, 'rate', clock.now() - asked);
      return fetcher.fetch(request, options);
    },
  });
}
