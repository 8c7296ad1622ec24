import type { Fetcher } from '@cuepoint/core';
import { decorate } from './decorate.js';
import type { Halt } from './halt.js';
import { hostOf, isLoopback } from './rate-limiter.js';

/** What `budget` needs. */
export interface BudgetOptions {
  readonly fetcher: Fetcher;
  /** Most requests of the run, every attempt counted; 0 for no bound. */
  readonly maxRequests: number;
  /** Requests to one host after which the user is told, once; 0 for never. Not for this machine. */
  readonly manyRequests: number;
  readonly halt: Halt;
  /** Called once for a host that was asked more often than `manyRequests`. */
  readonly onMany?: (many: ManyRequests) => void;
}

/** A host that has been asked for a lot. */
export interface ManyRequests {
  readonly host: string;
  readonly requests: number;
}

/**
 * Counts what is sent, and halts the run when one more is asked for than it may send. Directly before the sending: a
 * request that is still held up when the run halts has used nothing up.
 */
export function budget({ fetcher, maxRequests, manyRequests, halt, onMany }: BudgetOptions): Fetcher {
  let sent = 0;
  let told = false;
  const sentTo = new Map<string, number>();
  return decorate(fetcher, {
    async fetch(request, options) {
      halt.check(request.url);
      if (maxRequests > 0 && sent >= maxRequests) {
        halt.stop(spent(maxRequests));
        halt.check(request.url);
      }
      sent += 1;
      const host = hostOf(request.url);
      const requests = (sentTo.get(host) ?? 0) + 1;
      sentTo.set(host, requests);
      if (!told && manyRequests > 0 && requests > manyRequests && !isLoopback(host)) {
        told = true;
        onMany?.({ host, requests });
      }
      return fetcher.fetch(request, options);
    },
  });
}

function spent(maxRequests: number): Parameters<Halt['stop']>[0] {
  const requests = maxRequests === 1 ? 'the one request' : `the ${maxRequests} requests`;
  return {
    kind: 'budget',
    message: `${requests} this run may send have been sent.`,
    hint: 'Everything done so far is kept. Run again to go on: what was stored is not asked for again.',
  };
}
