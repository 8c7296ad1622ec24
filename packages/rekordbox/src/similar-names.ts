/** Below this share of common letter pairs, a name is no help as a suggestion. */
const LEAST_SIMILARITY = 0.3;

/**
 * The items whose names are like a text, best first; of equals, the earlier one. Names are alike by the share of letter
 * pairs they have in common (Dice's coefficient), which forgives both a typing error and a missing word.
 *
 * @param namesOf The names of an item; the best one counts.
 */
export function rankBySimilarity<Item>(
  text: string,
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): readonly Item[] {
  const wanted = letterPairs(text);
  return items
    .map((item) => ({ item, score: Math.max(...namesOf(item).map((name) => overlap(wanted, letterPairs(name)))) }))
    .filter(({ score }) => score >= LEAST_SIMILARITY)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

/** Framed by spaces, so that the first and the last letter count and a single letter has pairs too. */
function letterPairs(text: string): ReadonlySet<string> {
  const framed = ` ${text} `;
  return new Set(Array.from({ length: framed.length - 1 }, (_, index) => framed.slice(index, index + 2)));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return (2 * common) / (a.size + b.size);
}
