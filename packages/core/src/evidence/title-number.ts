const ROMAN: Readonly<Record<string, number>> = { ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9 };
/** What makes a lone "i" a number, and not a word. */
const COUNTED = /^(?:pt|part|vol|volume|chapter|no|act)$/;

/**
 * The number a folded title ends in: 2 of "moth parade pt 2" and of "moth parade ii". Undefined where it ends in a
 * word, and from 100 on: years and bit rates are often added or left out.
 */
export function titleNumber(folded: string): number | undefined {
  const all = folded.split(' ');
  const last = all.at(-1) ?? '';
  if (all.length < 2) return undefined;
  if (/^\d{1,2}$/.test(last)) return Number(last);
  if (last === 'i' && COUNTED.test(all.at(-2) ?? '')) return 1;
  return Object.hasOwn(ROMAN, last) ? ROMAN[last] : undefined;
}
