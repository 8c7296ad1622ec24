/**
 * Runs `work` over `items` with at most `limit` under way, and yields the outcomes in the order of the items. What is
 * done or under way ahead of the item the consumer waits for is bounded by `readAhead`: one slow item holds back a
 * bounded number of finished ones, not the whole list.
 *
 * When the consumer stops, or `stop` fires, no further item is begun; those under way are finished and yielded in the
 * second case, and waited for in the first.
 */
export async function* orderedMap<Item, Outcome>(
  items: Iterable<Item>,
  work: (item: Item, index: number) => Promise<Outcome>,
  options: { readonly limit: number; readonly readAhead: number; readonly stop?: AbortSignal },
): AsyncGenerator<Outcome, void, undefined> {
  const iterator = items[Symbol.iterator]();
  const ahead: Promise<Outcome>[] = [];
  const running = new Set<Promise<unknown>>();
  let index = 0;
  let exhausted = false;
  const begin = (): void => {
    while (!exhausted && running.size < options.limit && ahead.length < options.readAhead && !options.stop?.aborted) {
      const next = iterator.next();
      if (next.done === true) {
        exhausted = true;
        return;
      }
      const outcome = work(next.value, index);
      index += 1;
      ahead.push(outcome);
      running.add(outcome);
      // The next item starts when this one ends, not when the consumer comes round to it. A rejection is the
      // consumer's, who awaits the same promise below: here it must not count as unhandled.
      const ended = (): void => {
        running.delete(outcome);
        begin();
      };
      void outcome.then(ended, ended);
    }
  };
  try {
    begin();
    for (let head = ahead[0]; head !== undefined; head = ahead[0]) {
      const outcome = await head;
      // Awaited just above.
      void ahead.shift();
      begin();
      yield outcome;
    }
  } finally {
    exhausted = true;
    await Promise.allSettled(ahead);
  }
}
