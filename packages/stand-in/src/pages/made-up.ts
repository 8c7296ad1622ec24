import type { StoreTrack } from '../catalogue/catalogue-row.js';
import type { Store } from '../catalogue/store.js';
import { between, fraction } from '../text/hash.js';

/**
 * What the site shows of a track and a catalogue does not hold. Derived from the track's id, so that every page about a
 * track says the same.
 */
export interface MadeUp {
  /** `YYYY-MM-DDTHH:MM:SS`, some weeks before the release. */
  readonly addDate: string;
  /** `YYYY-MM-DDTHH:MM:SS`, after the release. */
  readonly changeDate: string;
  /** `YYYY-MM-DD`; only some tracks could be ordered before. */
  readonly preOrderDate: string | undefined;
  /** `YYYY-MM-DD`; only some tracks were exclusive once. */
  readonly exclusiveDate: string | undefined;
  readonly worldwide: boolean;
  readonly streaming: boolean;
  readonly albumOnly: boolean;
  readonly explicit: boolean;
  readonly downloads: number;
  readonly plays: number;
  /** Position on its release, from 1. */
  readonly number: number;
  /** Euro. */
  readonly price: number;
}

/** Makes up what is missing. */
export function makeUp(store: Store, track: StoreTrack): MadeUp {
  const of = (what: string): string => `${what}:${track.id}`;
  const downloads = between(of('downloads'), 1, 3000);
  const release = store.release(store.releaseId(track));
  return {
    addDate: moment(track.releaseDate, -between(of('added'), 5, 60), of('add-time')),
    changeDate: moment(track.releaseDate, between(of('changed'), 1, 400), of('change-time')),
    preOrderDate: fraction(of('pre-order')) < 0.4 ? day(track.releaseDate, -14) : undefined,
    exclusiveDate: fraction(of('exclusive')) < 0.12 ? track.releaseDate : undefined,
    worldwide: fraction(of('worldwide')) < 0.6,
    streaming: fraction(of('streaming')) < 0.95,
    albumOnly: fraction(of('album-only')) < 0.06,
    explicit: fraction(of('explicit')) < 0.02,
    downloads,
    plays: downloads * between(of('plays'), 1, 6),
    number: release.indexOf(track) + 1,
    price: fraction(of('price')) < 0.8 ? 1.39 : 1.99,
  };
}

/** A price as the site writes it. */
export function priceOf(value: number): { code: string; symbol: string; value: number; display: string } {
  return { code: 'EUR', symbol: '€', value, display: `€${value.toFixed(2)}` };
}

function moment(date: string, days: number, seed: string): string {
  const seconds = between(seed, 0, 86_399);
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return `${day(date, days)}T${clock.join(':')}`;
}

function day(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
