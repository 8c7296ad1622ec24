import type { Page } from '@cuepoint/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptPages } from './kept-pages.js';

function page(length: number, bodyBytes = length): Page {
  const timing = { startedAt: 0, networkMs: 1, bodyBytes };
  return { url: 'u', status: 200, headers: {}, body: 'x'.repeat(length), fetchedBy: 'test', timing };
}

describe('KeptPages', () => {
  it('counts a page put twice once', () => {
    const pages = new KeptPages(100);
    pages.put('a', page(60));
    pages.put('a', page(40));
    expect(pages.bytes).toBe(40);
    expect(pages.get('a')?.body).toHaveLength(40);
  });

  it.each([
    [page(10, 0), 10],
    [page(10, 30), 30],
  ])('weighs a page by the larger of its two measures', (one, bytes) => {
    const pages = new KeptPages(100);
    pages.put('a', one);
    expect(pages.bytes).toBe(bytes);
  });

  it('never holds more than its room, and always the page that was put last if it fits', () => {
    const puts = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 0, max: 120 })));
    fc.assert(
      fc.property(puts, (all) => {
        const pages = new KeptPages(100);
        for (const [url, size] of all) {
          pages.put(url, page(size));
          expect(pages.bytes).toBeLessThanOrEqual(100);
          expect(pages.get(url)?.body.length).toBe(size <= 100 ? size : undefined);
        }
      }),
    );
  });
});
