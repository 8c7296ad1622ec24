import { type Classify, errorCode, type Fetcher, type Page, type PageRequest } from '@cuepoint/core';
import { type Clock, sleepUntil } from './clock.js';
import { decorate } from './decorate.js';
import type { PolicySettings } from './defaults.js';
import type { Halt, HaltReason } from './halt.js';
import { PAGE_CONSEQUENCES } from './page-consequences.js';
import { duration, type Pushback, pushbackOf } from './pushback.js';
import { hostOf, type RateLimiter } from './rate-limiter.js';
import { noteWait, waitFor } from './waiting.js';

/** A host that is being left alone because it asked for it. */
export interface Hold {
  readonly host: string;
  /** The status it asked with. */
  readonly status: number;
  /** For how long, in milliseconds. */
  readonly ms: number;
  /** The server named that time itself; otherwise it is our default. */
  readonly named: boolean;
}

/** What `retry` needs. */
export interface RetryOptions {
  readonly fetcher: Fetcher;
  readonly classify: Classify;
  readonly settings: Pick<
    PolicySettings,
    'attempts' | 'backoffMs' | 'backoffMaxMs' | 'pushbackMs' | 'pushbackMaxMs' | 'pushbackMinMs' | 'stallLimitMs'
  >;
  /** Through which a whole host is held back. */
  readonly limiter: Pick<RateLimiter, 'pauseUntil'>;
  readonly clock: Clock;
  readonly halt: Halt;
  /** Called when a host is left alone, or for a second longer than told before: the moment to tell the user. */
  readonly onHold?: (hold: Hold) => void;
}

/**
 * Sends a request again when its fault may pass: a timeout, a broken connection, a transient answer. When the
 * attempts are used up the last page is returned, or the last error thrown, as it is.
 *
 * Being asked to slow down is no fault: it costs no attempt and holds back the whole host. When a host puts us off
 * for longer than the stall limit without one good answer, the run halts (`FETCH_STOPPED`); when it does so to one
 * request while it answers others, that request's last page is returned.
 */
export function retry(needs: RetryOptions): Fetcher {
  const { fetcher, clock, halt } = needs;
  const holds = new Holds(needs);
  return decorate(fetcher, {
    async fetch(request, options) {
      const patience = new Patience(request, needs, holds);
      for (;;) {
        const ended: Ended = await fetcher.fetch(request, options).then(
          (page) => ({ page }),
          (error: unknown) => ({ error }),
        );
        const again = patience.again(ended);
        if (again === undefined) {
          if (ended.page === undefined) throw ended.error;
          return ended.page;
        }
        const from = clock.now();
        await waitFor({ request, options, halt }, (signal) => sleepUntil(clock, () => again, signal));
        noteWait(options, 'backoff', clock.now() - from);
      }
    },
  });
}

/** How one attempt ended. */
type Ended = { readonly page: Page } | { readonly page?: never; readonly error: unknown };

const MAY_PASS: ReadonlySet<string | undefined> = new Set(['FETCH_TIMEOUT', 'FETCH_NETWORK']);

/** How long one request is still worth sending. */
class Patience {
  readonly #request: PageRequest;
  readonly #needs: RetryOptions;
  readonly #holds: Holds;
  #attempt = 1;
  #pushbacks = 0;
  #firstPushback: number | undefined;

  constructor(request: PageRequest, needs: RetryOptions, holds: Holds) {
    this.#request = request;
    this.#needs = needs;
    this.#holds = holds;
  }

  /** When to send the request again; undefined when this was its last attempt. */
  again(ended: Ended): number | undefined {
    if (ended.page === undefined) return MAY_PASS.has(errorCode(ended.error)) ? this.#nextAttempt() : undefined;
    const { classify, clock, settings } = this.#needs;
    const pageClass = classify(ended.page, this.#request.kind);
    const consequence = PAGE_CONSEQUENCES[pageClass];
    if (consequence.good) this.#holds.answered(hostOf(this.#request.url));
    const pushback = pushbackOf(ended.page, pageClass, this.#pushbacks, clock.wallNow(), settings);
    if (pushback !== undefined) return this.#nextTurn(ended.page.status, pushback);
    return consequence.again === 'attempt' ? this.#nextAttempt() : undefined;
  }

  #nextAttempt(): number | undefined {
    const { clock, settings } = this.#needs;
    if (this.#attempt >= settings.attempts) return undefined;
    const most = Math.min(settings.backoffMs * 2 ** (this.#attempt - 1), settings.backoffMaxMs);
    this.#attempt += 1;
    return clock.now() + clock.random() * most;
  }

  #nextTurn(status: number, pushback: Pushback): number | undefined {
    const { clock, halt, settings } = this.#needs;
    this.#pushbacks += 1;
    this.#firstPushback ??= clock.now();
    const until = this.#holds.hold(hostOf(this.#request.url), status, pushback);
    // While others are answered the run goes on, and only this request could go round for ever.
    const alone = until - this.#firstPushback > settings.stallLimitMs && halt.reason === undefined;
    return alone ? undefined : until;
  }
}

/** Which hosts have put us off, and since when. */
class Holds {
  readonly #needs: RetryOptions;
  /** When a host first put us off after its last good answer. */
  readonly #stalledSince = new Map<string, number>();

  constructor(needs: RetryOptions) {
    this.#needs = needs;
  }

  answered(host: string): void {
    this.#stalledSince.delete(host);
  }

  /** Holds the host back, or halts the run where that would pass the stall limit. Returns until when. */
  hold(host: string, status: number, { ms, named }: Pushback): number {
    const { clock, halt, limiter, onHold, settings } = this.#needs;
    const now = clock.now();
    const since = this.#stalledSince.get(host) ?? now;
    this.#stalledSince.set(host, since);
    const until = now + ms;
    if (until - since > settings.stallLimitMs) {
      // Nothing can be answered while the host is left alone, so waiting first would change nothing.
      halt.stop(stalled(host, status, { ms, named }, now - since, settings.stallLimitMs));
    } else if (limiter.pauseUntil(host, until) >= 1_000) {
      onHold?.({ host, status, ms, named });
    }
    return until;
  }
}

function stalled(host: string, status: number, wait: Pushback, sofar: number, limit: number): HaltReason {
  const asked = wait.named
    ? `${host} asks to be left alone for ${duration(wait.ms)} (status ${status})`
    : `${host} asks us to slow down (status ${status}) without saying for how long`;
  const since = sofar < 1_000 ? '' : ` and has given no good answer for ${duration(sofar)}`;
  return {
    kind: 'stalled',
    message: `${asked}${since}; more than ${duration(limit)} is not waited.`,
    hint: `Everything done so far is kept. Run again ${wait.named ? `in ${duration(wait.ms)}` : 'in some hours'}, at a lower rate.`,
  };
}
