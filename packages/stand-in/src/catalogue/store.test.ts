import { describe, expect, it } from 'vitest';
import { checkCatalogue } from './read-catalogue.js';
import { openStore } from './store.js';

const rows = Array.from({ length: 3000 }, (_, index) => ({
  id: index + 1,
  name: `Track ${index}`,
  artists: [`Artist ${index}`],
  label: `Label ${index % 700}`,
  isrc: `QZABC24${String(index % 2000).padStart(5, '0')}`,
}));

describe('openStore', () => {
  it('gives different names different numbers, whatever the order of the rows', () => {
    const store = openStore(checkCatalogue(rows));
    const reversed = openStore(checkCatalogue([...rows].reverse()));
    const names = rows.map((row) => row.artists[0] ?? '');
    const ids = names.map((name) => store.artistId(name));
    expect(new Set(ids).size).toBe(3000);
    expect(names.map((name) => reversed.artistId(name))).toEqual(ids);
    expect(new Set(rows.map((row) => store.labelId(row.label))).size).toBe(700);
  });

  it('knows one artist by any case of the name', () => {
    const store = openStore(
      checkCatalogue([
        { id: 1, name: 'A', artists: ['Deadmau5'] },
        { id: 2, name: 'B', artists: ['deadmau5'] },
      ]),
    );
    expect(store.artistId('deadmau5')).toBe(store.artistId('Deadmau5'));
    expect(store.artistId('deadmau5')).toBeGreaterThan(0);
  });

  it('finds every track with an ISRC, written with or without hyphens', () => {
    const store = openStore(checkCatalogue(rows));
    expect(store.byIsrc('qz-abc-24-00007').map((track) => track.id)).toEqual([8, 2008]);
    expect(store.byIsrc('QZABC2499999')).toEqual([]);
  });
});
