import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventQueue } from './event-queue.js';

it('happens in the order of time, and of adding within one moment', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (times) => {
      const queue = new EventQueue();
      const happened: (readonly [time: number, index: number])[] = [];
      for (const [index, time] of times.entries()) queue.at(time, () => happened.push([queue.now, index]));
      queue.run();
      expect(happened).toEqual(
        times.map((time, index) => [time, index] as const).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]),
      );
    }),
  );
});

it('takes what is planned for the past as now', () => {
  const queue = new EventQueue();
  const seen: number[] = [];
  queue.at(5, () => queue.at(1, () => seen.push(queue.now)));
  queue.run();
  expect(seen).toEqual([5]);
});
