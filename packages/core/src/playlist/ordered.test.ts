import { describe, expect, it } from 'vitest';
import { orderedMap } from './ordered.js';

/** Work that ends when the test says so. */
function controlled() {
  const waiting = new Map<number, { resolve: (value: string) => void; reject: (error: Error) => void }>();
  const begun: number[] = [];
  return {
    begun,
    waiting,
    work: (item: number) =>
      new Promise<string>((resolve, reject) => {
        begun.push(item);
        waiting.set(item, { resolve, reject });
      }),
    end: async (item: number) => {
      waiting.get(item)?.resolve(`done ${item}`);
      waiting.delete(item);
      await settled();
    },
  };
}

/** Lets every promise that can go on do so. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('orderedMap', () => {
  it('yields in the order of the items, whatever ends first', async () => {
    const { work, end } = controlled();
    const results: string[] = [];
    const consumer = (async () => {
      for await (const result of orderedMap([1, 2, 3], work, { limit: 3, readAhead: 3 })) results.push(result);
    })();
    await end(3);
    await end(2);
    expect(results).toEqual([]);
    await end(1);
    await consumer;
    expect(results).toEqual(['done 1', 'done 2', 'done 3']);
  });

  it('keeps no more under way than the limit, and begins the next when one ends', async () => {
    const { work, end, begun } = controlled();
    const consumer = all(orderedMap([1, 2, 3, 4], work, { limit: 2, readAhead: 9 }));
    await settled();
    expect(begun).toEqual([1, 2]);
    await end(2);
    expect(begun).toEqual([1, 2, 3]);
    await end(3);
    expect(begun).toEqual([1, 2, 3, 4]);
    await end(1);
    await end(4);
    expect(await consumer).toHaveLength(4);
  });

  it('does not run further ahead of a slow item than it may', async () => {
    const { work, end, begun } = controlled();
    const consumer = all(orderedMap([1, 2, 3, 4, 5], work, { limit: 2, readAhead: 3 }));
    await settled();
    await end(2);
    await end(3);
    expect(begun).toEqual([1, 2, 3]);
    await end(1);
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    await end(4);
    await end(5);
    expect(await consumer).toHaveLength(5);
  });

  it('begins nothing more after a stop, and yields what was under way', async () => {
    const { work, end, begun } = controlled();
    const stop = new AbortController();
    const consumer = all(orderedMap([1, 2, 3], work, { limit: 2, readAhead: 9, stop: stop.signal }));
    await settled();
    stop.abort();
    await end(1);
    await end(2);
    expect(await consumer).toEqual(['done 1', 'done 2']);
    expect(begun).toEqual([1, 2]);
  });

  it('waits for what is under way when the consumer leaves', async () => {
    const { work, end, begun } = controlled();
    let left = false;
    const consumer = (async () => {
      for await (const _result of orderedMap([1, 2, 3], work, { limit: 2, readAhead: 2 })) break;
      left = true;
    })();
    await settled();
    await end(1);
    expect(left).toBe(false);
    for (const item of begun.slice(1)) await end(item);
    await consumer;
    expect(left).toBe(true);
  });

  it('throws what the work throws, at its place', async () => {
    const { work, end, waiting } = controlled();
    const results: string[] = [];
    const consumer = (async () => {
      for await (const result of orderedMap([1, 2], work, { limit: 2, readAhead: 2 })) results.push(result);
    })();
    const thrown = expect(consumer).rejects.toThrow('broken');
    await settled();
    waiting.get(2)?.reject(new Error('broken'));
    await settled();
    await end(1);
    await thrown;
    expect(results).toEqual(['done 1']);
  });
});
