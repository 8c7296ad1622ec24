import { describe, expect, it } from 'vitest';
import { tideCatalogue } from '../../test/tide-catalogue.js';
import { checkCatalogue } from '../catalogue/read-catalogue.js';
import { openStore } from '../catalogue/store.js';
import { openSearch } from './store-search.js';

const search = openSearch(openStore(checkCatalogue(tideCatalogue)));
const idsFor = (query: string): number[] => search.tracks(query, 50).map(({ item }) => item.id);

describe('search for tracks', () => {
  it.each([
    ['Low Tide Mara Venn', [101, 205, 102], 'versions of one work stand together, ahead of the rest'],
    ['Low Tide Otto Brandt Extended Remix', [102], 'the words of the mix decide between versions'],
    ['Low Tide Original Mix', [101, 205], 'and so do common ones'],
    ['tide', [101, 205, 102, 301], 'the title outranks the artist'],
    ['zoe odegaard', [102], 'without accents'],
    ['ZOË', [102], 'in any case'],
    ['low tidd', [101, 205, 102], 'with a slip'],
    ['undert', [302, 303], 'a beginning'],
    ['Pier Compilations', [205], 'the label'],
    ['HBL042', [101, 102], 'the catalogue number without its space'],
    ['PIER10', [205], 'the catalogue number'],
    ['QZABC2400101', [101, 205], 'an ISRC: every copy and nothing else'],
    ['qz-abc-24-00102', [102], 'an ISRC with hyphens'],
    ['QZABC2400199', [], 'an ISRC that only resembles one'],
    ['PIER11', [], 'a word with digits is exact'],
    ['xyzzy qwfpg', [], 'words that hit nothing'],
    ['', [], 'no words'],
    ['(', [], 'only signs'],
  ])('%s finds %j first: %s', (query, expected) => {
    const found = idsFor(query);
    expect(new Set(found.slice(0, expected.length))).toEqual(new Set(expected));
    if (expected.length === 0) expect(found).toEqual([]);
  });

  it('puts a title before an artist of the same word', () => {
    expect(idsFor('tide').at(-2)).toBe(301);
    expect(idsFor('tide').at(-1)).toBe(302);
  });

  it('lets equal works differ by a few points', () => {
    const [one, other] = search.tracks('Low Tide Mara Venn Original Mix', 2);
    expect(new Set([one?.item.id, other?.item.id])).toEqual(new Set([101, 205]));
    expect((one?.score ?? 0) - (other?.score ?? 0)).toBeGreaterThan(0);
    expect((one?.score ?? 0) - (other?.score ?? 0)).toBeLessThan(5);
  });

  it('gives the same answer again, and with a smaller limit the beginning of it', () => {
    const all = search.tracks('low tide mix', 50);
    search.tracks('undertow', 50);
    expect(search.tracks('low tide mix', 50)).toEqual(all);
    expect(search.tracks('low tide mix', 2)).toEqual(all.slice(0, 2));
  });

  it('keeps the best of many equals', () => {
    const many = Array.from({ length: 900 }, (_, index) => ({
      id: index + 1,
      name: `Wave ${index % 3 === 0 ? 'Deep' : 'Form'}`,
    }));
    const wide = openSearch(openStore(checkCatalogue(many)));
    const top = wide.tracks('wave deep', 50);
    expect(top).toHaveLength(50);
    expect(top.every(({ item }) => item.name === 'Wave Deep')).toBe(true);
    expect(top.map(({ score }) => score)).toEqual(top.map(({ score }) => score).sort((one, other) => other - one));
  });
});

describe('search for the other categories', () => {
  it('finds artists, labels and releases by name', () => {
    expect(search.artists('otto', 15)[0]?.item.name).toBe('Otto Brandt');
    expect(search.labels('harbour', 15)[0]?.item.name).toBe('Harbour Lights ');
    expect(search.releases('Ten Years of Piers', 15)[0]?.item).toMatchObject({ id: 9002, name: 'Ten Years of Piers' });
  });

  it('counts an artist once however many tracks there are', () => {
    const found = search.artists('Mara Venn', 15).filter(({ item }) => item.name === 'Mara Venn');
    expect(found).toHaveLength(1);
    expect(found[0]?.item.tracks.map((track) => track.id)).toEqual([101, 102, 205]);
  });
});
