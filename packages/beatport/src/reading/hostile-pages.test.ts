import type { PageKind } from '@cuepoint/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareHtml, envelope, htmlOf, pageOf, query } from '../../test/pages.js';
import { apiTrackOf, flatTrackOf, searchRowOf } from '../../test/tracks.js';
import { PAGE_CLASSES } from './page-classes.js';
import { readPage } from './read-page.js';

const KINDS: readonly PageKind[] = ['search', 'track', 'api'];
const SEEDS = [
  htmlOf(envelope([query('search-tracks', { data: [searchRowOf()] })])),
  htmlOf(envelope([query('track-details-4100001', flatTrackOf())])),
  htmlOf(envelope([query('track-4100001', apiTrackOf())], { track: apiTrackOf() })),
  bareHtml('<div data-testid="tracks-table-row"><a title="x" href="/track/x/1">x</a></div>'),
  bareHtml('<h1 class="TrackHeader-style__Name-x">x<span>y</span></h1>', '<title>a - x (y) [l] | B</title>'),
  JSON.stringify({ results: [apiTrackOf()] }),
];

/** Reads a body as every kind of page and checks what holds of any reading. */
async function checkReading(body: string, status = 200): Promise<void> {
  for (const kind of KINDS) {
    const page = pageOf({ url: 'https://www.beatport.com/track/x/4100001', status, body });
    const reading = await readPage(page, kind);
    expect(Object.keys(PAGE_CLASSES)).toContain(reading.class);
    if (reading.class !== 'ok') continue;
    expect(reading.tracks.length).toBeGreaterThan(0);
    for (const track of reading.tracks) {
      expect(track.id).toBeGreaterThan(0);
      expect(track.name).toBe(track.name.trim());
      expect(track.name).not.toBe('');
      expect(Object.values(track)).not.toContain(undefined);
      if (kind === 'track') expect(track.id).toBe(4100001);
    }
  }
}

describe('reading never throws and never half-answers', () => {
  it('for arbitrary bodies and statuses', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), fc.integer({ min: 100, max: 599 }), checkReading));
  });

  it('for pages with a piece replaced', async () => {
    const mutation = fc.record({
      seed: fc.constantFrom(...SEEDS),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 60 }),
      piece: fc.oneof(fc.string(), fc.constantFrom('"', '{', '</script>', 'null', '0', '[]', '<div>', ' - ')),
    });
    await fc.assert(
      fc.asyncProperty(mutation, async ({ seed, at, length, piece }) => {
        const start = Math.floor(at * seed.length);
        await checkReading(seed.slice(0, start) + piece + seed.slice(start + length));
      }),
      { numRuns: 500 },
    );
  });

  it('for rows of arbitrary values under the names of real ones', async () => {
    const names = [...new Set([searchRowOf(), apiTrackOf(), flatTrackOf()].flatMap((row) => Object.keys(row)))];
    const row = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.array(row), async (rows) => {
        await checkReading(JSON.stringify(envelope([query('search-tracks', { data: rows })])));
        await checkReading(JSON.stringify({ results: rows }));
      }),
    );
  });

  it.each([
    ['deep JSON', `{"a":${'['.repeat(200_000)}`],
    ['deep JSON that ends', `{"props":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['a page of marks', '<script __NEXT_DATA__ '.repeat(50_000)],
    ['a page of titles', '<title>'.repeat(100_000)],
    [
      'a spoken title without end',
      `<html><i data-testid="tracks-table-row"><b aria-label="Add track '${"' (".repeat(30_000)}">x</b></html>`,
    ],
  ])('for %s', async (_, body) => {
    await checkReading(body);
  });
});
