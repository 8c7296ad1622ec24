/**
 * Runs a task for every item, at most `limit` at once, begun in order.
 *
 * @param limit Values below 1 count as 1.
 * @returns One result per item, in the items' order.
 * @throws whatever a task throws first; tasks not yet begun are then left out.
 */
export async function inOrder<Item, Result>(
  items: readonly Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array<Result>(items.length);
  // One iterator shared by all workers hands every item to exactly one of them.
  const queue = items.entries();
  let failed = false;
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (failed) return;
      try {
        results[index] = await task(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const workers = Math.min(items.length, Math.max(1, Math.floor(limit) || 1));
  await Promise.all(Array.from({ length: workers }, work));
  return results;
}
