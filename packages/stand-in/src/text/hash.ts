/**
 * Stable 32-bit hash of a text (FNV-1a with a final mix), so that made-up values are the same on every run and machine.
 *
 * @returns An integer, 0 to 4,294,967,295.
 */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A stable number for a text: 0 (included) to 1 (excluded). */
export function fraction(text: string): number {
  return hash32(text) / 0x1_0000_0000;
}

/** A stable whole number for a text, from `low` to `high`, both included. */
export function between(text: string, low: number, high: number): number {
  return low + Math.floor(fraction(text) * (high - low + 1));
}

/** A stable identifier in the form of a version 4 UUID. */
export function stableUuid(text: string): string {
  const hex = [0, 1, 2, 3].map((part) => hash32(`${text}:${part}`).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
