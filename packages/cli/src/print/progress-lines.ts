import { duration, plural } from './words.js';

/** How far a run is. */
export interface ProgressState {
  readonly done: number;
  readonly total: number;
  /** Requests sent so far, every attempt counted. */
  readonly requests: number;
  readonly matched: number;
  readonly review: number;
  readonly unmatched: number;
  readonly elapsedMs: number;
}

const BAR = { most: 30, least: 8 } as const;

/** A bar with how far the run is, how fast it goes and how long it will take; no longer than `width`. */
export function barLine({ done, total, elapsedMs }: ProgressState, width: number): string {
  const perMs = elapsedMs > 0 ? done / elapsedMs : 0;
  const words = [
    `${done}/${total}`,
    // Before the first track is done nothing is known, and no promise is made.
    ...(perMs > 0 ? [`${(perMs * 1000).toFixed(1)} tracks/s`] : []),
    ...(perMs > 0 && done < total ? [`${duration((total - done) / perMs)} left`] : []),
  ].join(' · ');
  const room = Math.min(BAR.most, width - words.length - 2);
  if (room < BAR.least) return words.slice(0, width);
  const full = Math.floor((total === 0 ? 1 : Math.min(1, done / total)) * room);
  return `${'█'.repeat(full)}${'░'.repeat(room - full)}  ${words}`;
}

/** What came of the tracks so far, and what it cost; no longer than `width`. */
export function countsLine({ matched, review, unmatched, requests }: ProgressState, width: number): string {
  return `${matched} matched · ${review} review · ${unmatched} unmatched · ${plural(requests, 'request')}`.slice(
    0,
    width,
  );
}
