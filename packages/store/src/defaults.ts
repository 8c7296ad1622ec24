import type { PageKind } from '@cuepoint/core';
import type { KeptClass } from './pages/kept-page.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long an answer stays fresh, in milliseconds, by what was asked and what came. */
export type Freshness = Readonly<Record<PageKind, Readonly<Record<KeptClass, number>>>>;

/** Every default of this package. */
export const STORE_DEFAULTS = {
  /**
   * An answer with tracks changes slowly: new releases, new prices. One without them may be mended by a release next
   * week, and is believed for a day only.
   */
  freshMs: {
    search: { ok: 7 * DAY, empty: DAY, 'not-found': DAY },
    track: { ok: 30 * DAY, empty: DAY, 'not-found': DAY },
    api: { ok: 7 * DAY, empty: DAY, 'not-found': DAY },
  } satisfies Freshness,
  /** Bytes of the file of pages, above which the ones unused for longest make room. About 40,000 search pages. */
  maxPageBytes: 500_000_000,
  /** Share of that bound down to which room is made, so that not every further page has to make it again. */
  roomShare: 0.95,
  /** A page's last use is noted no more often than this: a rerun must not write as much as it reads. */
  useNotedMs: HOUR,
  /**
   * Brotli quality, 0–11. Measured on a search page of 112 kB: 3 takes 0.3 ms and leaves 12.1 kB; 5 takes 0.9 ms and
   * leaves 10.4 kB; gzip 6 takes 1.1 ms and leaves 11.8 kB.
   */
  brotliQuality: 3,
  /** How long a file waits for another process to finish its write. */
  busyTimeoutMs: 5_000,
  /** An unfinished run is taken up where it stopped, but for results older than this: their pages may have changed. */
  resultsFreshMs: 7 * DAY,
  /** Runs remembered beside the present one. */
  rememberedRuns: 20,
} as const;
