/** A stretch of time on the monotonic clock, in milliseconds. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** How intervals lie over one another. */
export interface Overlap {
  /** Time covered by at least one of them, in milliseconds. */
  readonly unionMs: number;
  /** Most of them at one moment; one that ends as another begins does not overlap it. */
  readonly mostAtOnce: number;
  /** For each, in the order given: how many were open when it began, itself included. */
  readonly openAtStart: readonly number[];
}

/** Measures how intervals overlap, in O(n log n). */
export function measureOverlap(intervals: readonly Interval[]): Overlap {
  const byStart = intervals.map((interval, index) => ({ ...interval, index })).sort((a, b) => a.start - b.start);
  const ends = intervals.map((interval) => interval.end).sort((a, b) => a - b);
  const openAtStart = new Array<number>(intervals.length).fill(0);
  let unionMs = 0;
  let mostAtOnce = 0;
  let coveredUntil = Number.NEGATIVE_INFINITY;
  let ended = 0;
  for (const [begun, { start, end, index }] of byStart.entries()) {
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= start) ended += 1;
    // An interval of no length has ended by its own start, and is still one of those open then.
    const open = Math.max(1, begun + 1 - ended);
    openAtStart[index] = open;
    mostAtOnce = Math.max(mostAtOnce, open);
    if (end > coveredUntil) {
      unionMs += end - Math.max(start, coveredUntil);
      coveredUntil = end;
    }
  }
  return { unionMs, mostAtOnce, openAtStart };
}
