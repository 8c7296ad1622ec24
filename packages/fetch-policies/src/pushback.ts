import type { Page, PageClass } from '@cuepoint/core';
import type { PolicySettings } from './defaults.js';
import { PAGE_CONSEQUENCES } from './page-consequences.js';
import { retryAfterMs } from './retry-after.js';

/** How a server asked to be left alone. */
export interface Pushback {
  /** For how long, in milliseconds. */
  readonly ms: number;
  /** The server named the time itself. */
  readonly named: boolean;
}

/**
 * What an answer asks of the whole host; undefined when it asks nothing. Only 503 among the passing faults can: with
 * a `Retry-After` it is a closed door with a time on it, without one it is a fault like any other.
 *
 * @param before How often this request has been put off already.
 */
export function pushbackOf(
  page: Page,
  pageClass: PageClass,
  before: number,
  wallNow: number,
  settings: Pick<PolicySettings, 'pushbackMs' | 'pushbackMaxMs' | 'pushbackMinMs'>,
): Pushback | undefined {
  const limited = PAGE_CONSEQUENCES[pageClass].again === 'hold';
  const closed = PAGE_CONSEQUENCES[pageClass].again === 'attempt' && page.status === 503;
  if (!limited && !closed) return undefined;
  const named = retryAfterMs(page.headers, wallNow);
  if (named !== undefined) return { ms: Math.max(named, settings.pushbackMinMs), named: true };
  if (closed) return undefined;
  const doubled = Math.min(settings.pushbackMs * 2 ** before, settings.pushbackMaxMs);
  return { ms: Math.max(doubled, settings.pushbackMinMs), named: false };
}

/** A length of time in words: `40 s`, `15 min`, `1.5 h`. */
export function duration(ms: number): string {
  const [size, unit] = UNITS.find(([, , most]) => ms < most) ?? DAYS;
  return `${Math.round((ms / size) * 10) / 10} ${unit}`;
}

const UNITS = [
  [1_000, 's', 120_000],
  [60_000, 'min', 7_200_000],
  [3_600_000, 'h', 172_800_000],
] as const;
const DAYS = [86_400_000, 'days'] as const;
