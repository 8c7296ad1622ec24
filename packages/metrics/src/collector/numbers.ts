/** Milliseconds as seconds, to the microsecond. Never negative: clocks of two threads may differ by a hair. */
export function toSeconds(milliseconds: number): number {
  return Math.max(0, Math.round(milliseconds * 1000) / 1_000_000);
}

/** `part` of `whole` as 0–100, to two decimals; 0 when there is no whole. */
export function toPercentage(part: number, whole: number): number {
  if (whole <= 0) return 0;
  return Math.min(100, Math.max(0, Math.round((part / whole) * 10_000) / 100));
}

/** `total` over `count`, to the microsecond; 0 when there is nothing to divide by. */
export function average(total: number, count: number): number {
  return count <= 0 ? 0 : Math.round((total / count) * 1_000_000) / 1_000_000;
}

/** The sum of one number of each item. */
export function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

/**
 * The smallest value that at least `share` of all values do not exceed (nearest rank); 0 for none.
 *
 * @param ascending The values in ascending order.
 * @param share Above 0, at most 1.
 */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.ceil(share * ascending.length) - 1] ?? 0;
}
