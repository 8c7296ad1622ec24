/**
 * A number to so many decimals. Adding 0 turns the -0 that rounding a small negative number gives into 0, which JSON
 * would write differently.
 */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor + 0;
}
