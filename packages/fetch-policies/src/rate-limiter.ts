import { type Clock, sleepUntil, systemClock } from './clock.js';
import { completeSettings, type PolicySettings, type Rate } from './defaults.js';
import { createPlaces } from './places.js';

/** Paces the requests to each host; shared by all that send requests in a run. A host is `name` or `name:port`. */
export interface RateLimiter {
  /** Resolves when the next request to the host may leave, in the order asked; rejects when the signal fires. */
  take(host: string, signal: AbortSignal): Promise<void>;
  /**
   * Lets nothing more leave for the host before `at`, on the monotonic clock; an earlier time than one already set
   * changes nothing. Returns by how many milliseconds that holds the host back longer than before.
   */
  pauseUntil(host: string, at: number): number;
}

/** What a limiter needs; all of it optional. */
export interface RateLimiterOptions
  extends Partial<Pick<PolicySettings, 'ratePerSecond' | 'politeRatePerSecond' | 'rateMarginMs'>> {
  readonly clock?: Clock;
}

/**
 * A limiter that spaces requests evenly and never lets more than the rate (rounded up) leave within any sliding
 * second and `rateMarginMs`.
 *
 * @throws {CuePointError} `POLICY_SETTING_INVALID`.
 */
export function createRateLimiter(options: RateLimiterOptions = {}): RateLimiter {
  const { clock = systemClock, ...given } = options;
  const settings = completeSettings(given);
  const hosts = new Map<string, HostPace>();
  const paceOf = (host: string): HostPace => {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    const pace = new HostPace(rateFor(host, settings), settings.rateMarginMs, clock);
    hosts.set(host, pace);
    return pace;
  };
  return {
    take: (host, signal) => paceOf(host).take(signal),
    pauseUntil: (host, at) => paceOf(host).pauseUntil(at),
  };
}

/** The host a URL leads to, with its port. Empty for what is no URL: the fetcher is the one to refuse that. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** A timer that fires up to this late is made up for by the next request; a later one is not, or a burst would follow. */
const CATCH_UP_MS = 20;

/** The pace of one host. */
class HostPace {
  readonly #clock: Clock;
  readonly #queue = createPlaces(1);
  /** The most that may leave within `#windowMs`. */
  readonly #ceiling: number;
  readonly #windowMs: number;
  readonly #spacingMs: number;
  /** When the latest ones left, oldest first, no more than `#ceiling`. */
  readonly #left: number[] = [];
  #nextSlot = Number.NEGATIVE_INFINITY;
  #pausedUntil = Number.NEGATIVE_INFINITY;

  constructor(rate: Rate, marginMs: number, clock: Clock) {
    this.#clock = clock;
    const perSecond = rate === 'unlimited' ? Number.POSITIVE_INFINITY : rate;
    this.#ceiling = Math.ceil(perSecond);
    this.#windowMs = 1_000 + marginMs;
    this.#spacingMs = Math.max(1_000 / perSecond, this.#windowMs / this.#ceiling);
  }

  async take(signal: AbortSignal): Promise<void> {
    const next = await this.#queue.take(signal);
    try {
      await sleepUntil(this.#clock, () => this.#earliest(), signal);
      this.#leave();
    } finally {
      next();
    }
  }

  pauseUntil(at: number): number {
    const longer = at - Math.max(this.#pausedUntil, this.#clock.now());
    this.#pausedUntil = Math.max(this.#pausedUntil, at);
    return Math.max(0, longer);
  }

  #earliest(): number {
    const oldest = this.#left.length < this.#ceiling ? undefined : this.#left[0];
    const windowFree = oldest === undefined ? Number.NEGATIVE_INFINITY : oldest + this.#windowMs;
    return Math.max(this.#nextSlot, windowFree, this.#pausedUntil);
  }

  #leave(): void {
    if (this.#ceiling === Number.POSITIVE_INFINITY) return;
    const now = this.#clock.now();
    const slot = now - this.#nextSlot <= CATCH_UP_MS ? this.#nextSlot : now;
    this.#nextSlot = slot + this.#spacingMs;
    this.#left.push(now);
    if (this.#left.length > this.#ceiling) this.#left.shift();
  }
}

function rateFor(host: string, settings: Pick<PolicySettings, 'ratePerSecond' | 'politeRatePerSecond'>): Rate {
  if (settings.ratePerSecond !== 'by-host') return settings.ratePerSecond;
  return isLoopback(host) ? 'unlimited' : settings.politeRatePerSecond;
}

/** Whether a host, with or without its port, is this machine. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return name === '[::1]' || /(^|\.)localhost$/.test(name) || /^127\.\d+\.\d+\.\d+$/.test(name);
}
