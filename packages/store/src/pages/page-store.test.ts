import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { PageClass, PageKind } from '@cuepoint/core';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../test-support/temp-folder.js';
import { availableDrivers } from '../database/available-drivers.js';
import type { Driver } from '../database/driver.js';
import { openStoreFile } from '../files/open-store-file.js';
import { IN_MEMORY, storeFile } from '../files/store-file.js';
import { isKeptClass, type NewPage } from './kept-page.js';
import { PAGE_MIGRATIONS } from './page-migrations.js';
import { openPageStore, type PageStore, type PageStoreOptions } from './page-store.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 20);

function page(more: Partial<NewPage> = {}): NewPage {
  return {
    url: 'https://store.example/search?q=night+bus',
    kind: 'search',
    class: 'ok',
    status: 200,
    answeredUrl: 'https://store.example/search/tracks?q=night+bus',
    body: '{"tracks":["Night Bus"]}',
    fetchedBy: 'sync',
    ...more,
  };
}

/** Text that does not get smaller, so that the size of a file says something. */
function noise(bytes: number, seed: number): string {
  let state = seed + 1;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  return Array.from({ length: bytes / 4 }, () => (next() % 1_679_616).toString(36).padStart(4, '0')).join('');
}

describe.each(await availableDrivers())('PageStore over $name', (driver: Driver) => {
  const clock = { now: NOW };

  async function open(options: Partial<PageStoreOptions> = {}): Promise<PageStore> {
    clock.now = NOW;
    const store = await openPageStore({ folder: IN_MEMORY, driver, wallClock: () => clock.now, ...options });
    onTestFinished(() => store.close());
    return store;
  }

  it('gives a page back as it was, with when it came and what it was', async () => {
    const store = await open();
    store.put(page());
    expect(store.get(page().url)).toStrictEqual({
      ...page(),
      fetchedAt: NOW,
      contentHash: 'fcd8de0dd10b7e17d935fab8313586d0ba928dd19dc7362c0662fcce387c4648',
    });
    expect(store.get('https://store.example/search?q=other')).toBeUndefined();
  });

  it('gives back any page', async () => {
    const store = await open();
    const text = fc.string({ unit: 'binary' }).filter((some) => !some.includes('\0'));
    const anyPage = fc.record({
      url: text,
      kind: fc.constantFrom<PageKind>('search', 'track', 'api'),
      class: fc.constantFrom('ok', 'empty', 'not-found'),
      status: fc.integer({ min: 100, max: 599 }),
      answeredUrl: text,
      body: fc.string({ unit: 'binary', size: 'large' }),
      fetchedBy: text,
      fetchedAt: fc.integer({ min: NOW - HOUR, max: NOW }),
    });
    fc.assert(
      fc.property(anyPage, (any) => {
        store.put(any);
        expect(store.get(any.url)).toMatchObject(any);
      }),
    );
  });

  it('keeps one page for a URL, the last', async () => {
    const store = await open();
    store.put(page({ class: 'empty', body: '{}' }));
    store.put(page({ body: '{"tracks":[1]}', fetchedBy: 'async' }));
    expect(store.get(page().url)).toMatchObject({ class: 'ok', body: '{"tracks":[1]}', fetchedBy: 'async' });
    expect(store.stats()).toMatchObject({ pages: 1 });
  });

  it('is there after it was closed', async () => {
    const folder = tempFolder();
    const first = await open({ folder });
    expect(first.path).toBe(join(folder, 'pages.sqlite'));
    first.put(page());
    first.close();
    expect((await open({ folder })).get(page().url)).toMatchObject(page());
  });

  it.each<[PageKind, 'ok' | 'empty' | 'not-found', number]>([
    ['search', 'ok', 7 * DAY],
    ['track', 'ok', 30 * DAY],
    ['api', 'ok', 7 * DAY],
    ['search', 'empty', DAY],
    ['api', 'empty', DAY],
    ['track', 'not-found', DAY],
    ['api', 'not-found', DAY],
  ])('believes a %s page that is %s for its time and no longer', async (kind, pageClass, ms) => {
    const store = await open();
    store.put(page({ kind, class: pageClass }));
    clock.now = NOW + ms;
    expect(store.get(page().url)).toMatchObject({ kind, class: pageClass });
    clock.now = NOW + ms + 1;
    expect(store.get(page().url)).toBeUndefined();
    expect(store.get(page().url, { maxAgeMs: Number.POSITIVE_INFINITY })).toMatchObject({ kind });
  });

  it('lets the caller say what is fresh', async () => {
    const store = await open();
    store.put(page({ fetchedAt: NOW - HOUR }));
    expect(store.get(page().url, { maxAgeMs: HOUR })).toMatchObject({ fetchedAt: NOW - HOUR });
    expect(store.get(page().url, { maxAgeMs: HOUR - 1 })).toBeUndefined();
  });

  it('does not believe a page from the future for ever', async () => {
    const store = await open();
    store.put(page({ fetchedAt: NOW + 8 * DAY }));
    expect(store.get(page().url)).toBeUndefined();
  });

  it.each<PageClass>(['rate-limited', 'blocked', 'shell', 'missing-payload', 'unknown-shape', 'transient'])(
    'refuses a page that is %s',
    async (pageClass) => {
      const store = await open();
      const refused = Object.assign(page(), { class: pageClass });
      expect(() => store.put(refused)).toThrow(expect.objectContaining({ code: 'STORE_REFUSED' }));
      expect(store.stats().pages).toBe(0);
      expect(isKeptClass(pageClass)).toBe(false);
    },
  );

  it('counts what there is', async () => {
    const store = await open();
    expect(store.stats()).toEqual({
      pages: 0,
      bytes: 0,
      fileBytes: expect.any(Number),
      kinds: { search: { pages: 0, bytes: 0 }, track: { pages: 0, bytes: 0 }, api: { pages: 0, bytes: 0 } },
    });
    store.put(page({ url: 'a', fetchedAt: NOW - DAY }));
    store.put(page({ url: 'b', fetchedAt: NOW - 2 * DAY }));
    store.put(page({ url: 'c', kind: 'track', body: noise(4_000, 1) }));
    const { kinds, bytes, fileBytes, ...rest } = store.stats();
    expect(rest).toEqual({ pages: 3, oldest: NOW - 2 * DAY, newest: NOW });
    expect(kinds.search.pages).toBe(2);
    expect(kinds.track.pages).toBe(1);
    expect(kinds.track.bytes).toBeGreaterThan(2_000);
    expect(bytes).toBe(kinds.search.bytes + kinds.track.bytes);
    expect(fileBytes).toBeGreaterThan(bytes);
  });

  it('stays within its bound, and drops what was unused for longest', async () => {
    const maxBytes = 400_000;
    const store = await open({ maxBytes });
    for (let index = 0; index < 200; index += 1) {
      clock.now += 2 * HOUR;
      store.put(page({ url: `page ${index}`, body: noise(8_000, index), fetchedAt: NOW }));
      // One old page that is asked for now and then stays.
      store.get('page 0', { maxAgeMs: Number.POSITIVE_INFINITY });
      expect(store.stats().fileBytes).toBeLessThanOrEqual(maxBytes);
    }
    const kept = Array.from({ length: 200 }, (_, index) => index).filter(
      (index) => store.get(`page ${index}`, { maxAgeMs: Number.POSITIVE_INFINITY }) !== undefined,
    );
    const oldest = kept[1] ?? 0;
    expect(kept).toEqual([0, ...Array.from({ length: 200 - oldest }, (_, index) => oldest + index)]);
    expect(kept.length).toBeGreaterThan(20);
  });

  it('prunes to a size, and gives the room back to the disk', async () => {
    const folder = tempFolder();
    const store = await open({ folder });
    for (let index = 0; index < 100; index += 1) store.put(page({ url: `page ${index}`, body: noise(8_000, index) }));
    const before = store.stats();
    const dropped = store.prune({ maxBytes: before.fileBytes / 2 });
    const after = store.stats();
    expect(after.pages).toBe(100 - dropped);
    expect(after.fileBytes).toBeLessThanOrEqual(before.fileBytes / 2);
    expect(statSync(store.path).size).toBe(after.fileBytes);
    expect(store.get('page 99')).toBeDefined();
    expect(store.get('page 0')).toBeUndefined();
    expect(store.prune()).toBe(0);
  });

  it('prunes by age', async () => {
    const store = await open();
    store.put(page({ url: 'old', fetchedAt: NOW - 3 * DAY }));
    store.put(page({ url: 'new', fetchedAt: NOW - DAY }));
    expect(store.prune({ maxAgeMs: 2 * DAY })).toBe(1);
    expect(store.get('old', { maxAgeMs: Number.POSITIVE_INFINITY })).toBeUndefined();
    expect(store.get('new')).toBeDefined();
  });

  it('prunes what is stale by its kind and class, and nothing that a run would still be given', async () => {
    const store = await open();
    store.put(page({ url: 'fresh search', fetchedAt: NOW - 7 * DAY }));
    store.put(page({ url: 'stale search', fetchedAt: NOW - 7 * DAY - 1 }));
    store.put(page({ url: 'fresh track', kind: 'track', fetchedAt: NOW - 8 * DAY }));
    store.put(page({ url: 'stale empty', class: 'empty', fetchedAt: NOW - 2 * DAY }));
    store.put(page({ url: 'from the future', fetchedAt: NOW + 8 * DAY }));
    expect(store.prune()).toBe(0);
    expect(store.prune({ stale: true })).toBe(3);
    expect(['fresh search', 'fresh track'].map((url) => store.get(url) !== undefined)).toEqual([true, true]);
    expect(store.stats().pages).toBe(2);
  });

  it('clears everything', async () => {
    const folder = tempFolder();
    const store = await open({ folder });
    for (let index = 0; index < 50; index += 1) store.put(page({ url: `page ${index}`, body: noise(8_000, index) }));
    const { fileBytes } = store.stats();
    expect(store.clear()).toBe(50);
    expect(store.stats().pages).toBe(0);
    expect(statSync(store.path).size).toBeLessThan(fileBytes / 5);
    store.put(page());
    expect(store.get(page().url)).toBeDefined();
  });

  it.each([
    ['a body that is broken', `UPDATE bodies SET body = x'00ff00'`],
    [
      'another body',
      `UPDATE bodies SET body = (SELECT body FROM bodies JOIN pages ON id = page_id WHERE url = 'other')`,
    ],
    ['a class that is none', `UPDATE pages SET class = 'blocked'`],
  ])('takes a page with %s for none, and the next answer in its place', async (_, spoil) => {
    const folder = tempFolder();
    const store = await open({ folder });
    store.put(page());
    store.put(page({ url: 'other', body: '{"other":true}' }));
    const database = await openStoreFile(storeFile('pages', folder), PAGE_MIGRATIONS, { driver });
    onTestFinished(() => database.close());
    database.exec(spoil);
    expect(store.get(page().url)).toBeUndefined();
    store.put(page());
    expect(store.get(page().url)).toMatchObject(page());
  });

  it('notes a use once an hour, so that reading does not mean writing', async () => {
    const folder = tempFolder();
    const store = await open({ folder });
    store.put(page());
    const database = await openStoreFile(storeFile('pages', folder), PAGE_MIGRATIONS, { driver });
    onTestFinished(() => database.close());
    const usedAt = database.prepare('SELECT used_at AS at FROM pages');
    clock.now = NOW + HOUR;
    store.get(page().url);
    expect(usedAt.get()).toEqual({ at: NOW });
    clock.now = NOW + HOUR + 1;
    store.get(page().url);
    expect(usedAt.get()).toEqual({ at: NOW + HOUR + 1 });
  });

  it('answers while another has it open', async () => {
    const folder = tempFolder();
    const [one, other] = [await open({ folder }), await open({ folder })];
    one.put(page());
    expect(other.get(page().url)).toMatchObject(page());
    expect(other.clear()).toBe(1);
    expect(one.get(page().url)).toBeUndefined();
  });
});
