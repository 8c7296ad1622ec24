import { describe, expect, it } from 'vitest';
import { inOrder } from './in-order.js';

describe('inOrder', () => {
  it.each([
    [1, 1],
    [3, 3],
    [99, 6],
    [0, 1],
    [Number.NaN, 1],
  ])('limit %s: at most %s at once, results in order', async (limit, most) => {
    let running = 0;
    let peak = 0;
    const results = await inOrder([6, 5, 4, 3, 2, 1], limit, async (turns) => {
      running += 1;
      peak = Math.max(peak, running);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      running -= 1;
      return turns * 10;
    });
    expect(results).toEqual([60, 50, 40, 30, 20, 10]);
    expect(peak).toBe(most);
  });

  it('gives nothing for nothing', async () => {
    expect(await inOrder([], 5, async (item) => item)).toEqual([]);
  });

  it('begins nothing more once a task has failed', async () => {
    const begun: number[] = [];
    const run = inOrder([1, 2, 3, 4], 2, async (item) => {
      begun.push(item);
      await Promise.resolve();
      throw new Error(`task ${item}`);
    });
    await expect(run).rejects.toThrow('task 1');
    expect(begun).toEqual([1, 2]);
  });
});
