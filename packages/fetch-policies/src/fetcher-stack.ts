import type { Classify, Fetcher, Page, PageKind } from '@cuepoint/core';
import { bounded } from './bounded.js';
import { type BreakerState, breaker } from './breaker.js';
import { budget, type ManyRequests } from './budget.js';
import { type CacheUse, cached } from './cached.js';
import { type Clock, systemClock } from './clock.js';
import { completeSettings, type PolicySettings } from './defaults.js';
import { Halt, type HaltReason } from './halt.js';
import { observed } from './observed.js';
import { once } from './once.js';
import { opening } from './opening.js';
import { classifyOnce } from './page-consequences.js';
import { createPlaces, type Places } from './places.js';
import { createRateLimiter, type RateLimiter } from './rate-limiter.js';
import { rated } from './rated.js';
import { type Hold, retry } from './retry.js';

/** What a stack is made of. */
export interface FetcherStackOptions {
  /** What gets the pages. The stack owns it from now on: disposing of the stack disposes of it. */
  readonly fetcher: Fetcher;
  /** Decides what an answer means. */
  readonly classify: Classify;
  /** Makes a page smaller before it is kept for the run; by default it is kept as it came. */
  readonly lighten?: (page: Page, kind: PageKind) => Page;
  /** Pages kept from earlier runs. Default: none. */
  readonly cache?: CacheUse;
  /** Default: `POLICY_DEFAULTS`. */
  readonly settings?: Partial<PolicySettings>;
  /** Hand in the same one to several stacks and they share one pace per host. Default: one of its own. */
  readonly limiter?: RateLimiter;
  /** Hand in the same ones to several stacks and they share one bound on requests in flight. Default: `maxInFlight`. */
  readonly places?: Places;
  /** Called when a host asks to be left alone for a while. */
  readonly onHold?: (hold: Hold) => void;
  /** Called once, when one host has been asked for more than `manyRequests`. */
  readonly onMany?: (many: ManyRequests) => void;
  /** Default: the machine's own. */
  readonly clock?: Clock;
}

/** A fetcher with every policy around it, and what can be seen of them. */
export interface FetcherStack {
  readonly fetcher: Fetcher;
  readonly breaker: BreakerState;
  /** Why nothing more is sent; undefined while all is well. Live. */
  readonly halted: HaltReason | undefined;
}

/**
 * Puts the policies around a fetcher, in the one order that works. From the outside in:
 *
 * 1. `once`: a page that is known costs nothing of what follows.
 * 2. `cached`: so does one that an earlier run has kept.
 * 3. `retry`: each attempt passes everything below anew, so that each is counted, bounded and paced.
 * 4. `breaker`: sees every attempt, and its refusal is not tried again.
 * 5. `opening`: before the bound, so that those who wait for the first answer hold no place.
 * 6. `bounded`, by what the fetcher serves at once and by what the run allows: before the pace; the other way round,
 *    requests that have their turn would gather at the bound and then leave in a burst.
 * 7. `rated`: nothing may hold a request up between its turn and its sending.
 * 8. `budget`: counts what is sent, so that a request which never left uses nothing up.
 * 9. `observed`: reports what was truly sent.
 *
 * @throws {CuePointError} `POLICY_SETTING_INVALID`.
 */
export function fetcherStack(options: FetcherStackOptions): FetcherStack {
  const { fetcher, clock = systemClock, onHold, onMany } = options;
  const settings = completeSettings(options.settings);
  const classify = classifyOnce(options.classify);
  const limiter = options.limiter ?? createRateLimiter({ ...settings, clock });
  const places = options.places ?? createPlaces(settings.maxInFlight);
  // More than the fetcher serves at once would queue up inside it, past the rate limiter, and leave in a burst.
  const seats = createPlaces(Math.min(fetcher.concurrency, places.size));
  const halt = new Halt();

  const attempt = observed({ fetcher, classify, clock, halt });
  const counted = budget({
    fetcher: attempt,
    maxRequests: settings.maxRequests,
    manyRequests: settings.manyRequests,
    halt,
    ...(onMany === undefined ? {} : { onMany }),
  });
  const paced = rated({ fetcher: counted, limiter, clock, halt });
  const placed = bounded({ fetcher: paced, places, clock, halt });
  const seated = bounded({ fetcher: placed, places: seats, clock, halt });
  const opened = opening({ fetcher: seated, classify, clock, halt });
  const broken = breaker({ fetcher: opened, classify, blockedLimit: settings.blockedLimit, halt });
  const retried = retry({
    fetcher: broken,
    classify,
    settings,
    limiter,
    clock,
    halt,
    ...(onHold === undefined ? {} : { onHold }),
  });

  const remembered =
    options.cache === undefined ? retried : cached({ fetcher: retried, classify, clock, ...options.cache });
  return {
    fetcher: once({
      fetcher: remembered,
      classify,
      keptBytes: settings.keptBytes,
      ...(options.lighten === undefined ? {} : { lighten: options.lighten }),
    }),
    breaker: broken.state,
    get halted() {
      return halt.reason;
    },
  };
}
