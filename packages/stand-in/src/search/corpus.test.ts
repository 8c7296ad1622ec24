import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../catalogue/read-catalogue.js';
import { openStore, type Store } from '../catalogue/store.js';
import { openSearch, type StoreSearch } from './store-search.js';

const file = new URL('../../../../../shared/corpus/catalogue.jsonl.gz', import.meta.url);

describe.skipIf(!existsSync(file))('a large catalogue (needs the shared material beside the checkout)', () => {
  let store: Store;
  let search: StoreSearch;
  beforeAll(async () => {
    store = openStore(await readCatalogue(fileURLToPath(file)));
    search = openSearch(store);
  });

  it('loads every row', () => {
    expect(store.tracks).toHaveLength(14_055);
  });

  it('has the version that was asked for on top, and the others of that work below it', () => {
    const found = search.tracks('Above & Beyond My Own Hymn Extended Mix', 3).map(({ item }) => item);
    expect(found[0]).toMatchObject({ name: expect.stringMatching(/^My Own Hymn/), mixName: 'Extended Mix' });
    expect(found.map((track) => track.name.slice(0, 11))).toEqual(['My Own Hymn', 'My Own Hymn', 'My Own Hymn']);
  });

  it('numbers every artist differently', () => {
    const names = new Set(store.tracks.flatMap((track) => [...track.artists, ...track.remixers]));
    const ids = new Set([...names].map((name) => store.artistId(name)));
    const folded = new Set([...names].map((name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()));
    expect(ids.size).toBeGreaterThan(folded.size - 20);
    expect(ids.has(0)).toBe(false);
  });
});
