import type { TrackStatus } from '@cuepoint/engine';
import type { FaultRule } from '@cuepoint/stand-in';

/** One fault of the stand-in, and what must come of it. */
export interface FaultRow {
  readonly rule: Pick<FaultRule, 'name'> & Partial<FaultRule>;
  /** What each spoilt attempt is taken for: the class of its page, or the code of its error. */
  readonly seenAs: string;
  /** How a track ends that meets nothing else. */
  readonly endsAs: Extract<TrackStatus, 'blocked' | 'failed'>;
  /** Asking again within the run mends it. */
  readonly passes: boolean;
  /**
   * It looks like the end of a kept connection that lay idle, which a fetcher mends inside the attempt: only one on a
   * fresh connection is told of.
   */
  readonly mayHide?: true;
  /**
   * Requests that a run over so many tracks sends when every one is spoilt, at two attempts each. Absent where time
   * decides: a host that puts us off is asked until the stall limit.
   */
  readonly asked?: (tracks: number) => number;
}

const REFUSED = { seenAs: 'blocked', endsAs: 'blocked', passes: false, asked: () => 3 } as const;
const PUT_OFF = { seenAs: 'rate-limited', endsAs: 'blocked', passes: true } as const;
const BROKEN = { seenAs: 'FETCH_NETWORK', endsAs: 'failed', passes: true, asked: (n: number) => 2 * n } as const;
const LATE = { ...BROKEN, seenAs: 'FETCH_TIMEOUT' } as const;
const USELESS = { endsAs: 'failed', passes: false, asked: (n: number) => n } as const;

/** Every fault there is; the test compares the names with the stand-in's own. */
export const FAULTS: readonly FaultRow[] = [
  { rule: { name: 'rate-limited', retryAfterS: 0 }, ...PUT_OFF },
  { rule: { name: 'rate-limited-date', retryAfterS: 0 }, ...PUT_OFF },
  { rule: { name: 'rate-limited-bare' }, ...PUT_OFF },
  { rule: { name: 'forbidden' }, ...REFUSED },
  { rule: { name: 'server-error' }, ...BROKEN, seenAs: 'transient' },
  { rule: { name: 'challenge' }, ...REFUSED },
  { rule: { name: 'reset' }, ...BROKEN, mayHide: true },
  { rule: { name: 'reset-mid-body' }, ...BROKEN },
  { rule: { name: 'challenge-200' }, ...REFUSED },
  { rule: { name: 'truncated' }, ...BROKEN },
  { rule: { name: 'truncated-gzip' }, ...BROKEN },
  { rule: { name: 'drip', dripBytes: 64 }, ...LATE },
  { rule: { name: 'hang' }, ...LATE },
  { rule: { name: 'empty-shell' }, ...USELESS, seenAs: 'shell' },
  { rule: { name: 'shell' }, ...USELESS, seenAs: 'shell' },
  { rule: { name: 'no-payload' }, ...USELESS, seenAs: 'missing-payload' },
  { rule: { name: 'unknown-shape' }, ...USELESS, seenAs: 'unknown-shape' },
];
