import { type RekordboxLibrary, readLibrary, toLibraryTrack } from '@cuepoint/rekordbox';
import { startStandIn } from '@cuepoint/stand-in';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueFile, libraryFile, readCatalogueLines, readTruth } from './sample-files.js';

describe('the truth file of the sample', () => {
  let library: RekordboxLibrary;
  beforeAll(async () => {
    library = await readLibrary(libraryFile);
  });
  const truth = readTruth();
  const catalogue = new Map(readCatalogueLines().map((row) => [row.id, row]));

  it('says of each track that can be judged one thing, and why', () => {
    const judgeable = [...library.tracks.values()]
      .map(toLibraryTrack)
      .filter(({ source, name }) => source === 'file' && name !== '');
    expect(truth.map((line) => line.track_id)).toEqual(judgeable.map(({ trackId }) => trackId));
    for (const line of truth) {
      expect(Object.keys(line)).toEqual(['track_id', 'verdict', 'expect', 'why']);
      expect(line.why).toMatch(/\w{3}/);
    }
  });

  it('holds all three verdicts', () => {
    const of = (verdict: string): number => truth.filter((line) => line.verdict === verdict).length;
    expect([of('sold'), of('not_sold'), of('other_version'), truth.length]).toEqual([53, 12, 9, 74]);
  });

  it('expects ids for sold tracks only, and only ids that are in the catalogue', () => {
    for (const line of truth) {
      expect(line.expect.length > 0, line.why).toBe(line.verdict === 'sold');
      expect(line.expect.filter((id) => !catalogue.has(id))).toEqual([]);
    }
    expect(truth.filter((line) => line.expect.length > 1).length).toBeGreaterThan(4);
  });

  it('takes two ids for one recording only where artists, remixers, version and length agree', () => {
    for (const line of truth) {
      const rows = line.expect.flatMap((id) => catalogue.get(id) ?? []);
      const recordings = rows.map(({ artists, remixers, mix_name }) => JSON.stringify([artists, remixers, mix_name]));
      expect(new Set(recordings).size, line.why).toBeLessThan(2);
      const lengths = rows.map(({ length_ms }) => length_ms);
      if (rows.length > 0) expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(2000);
    }
  });
});

describe('the catalogue of the sample', () => {
  it('is sold by the stand-in, every row under an id of its own', async () => {
    const rows = readCatalogueLines();
    expect(rows).toHaveLength(322);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(322);
    const standIn = await startStandIn({ catalogue: catalogueFile });
    try {
      // Starting has checked every row; a client that does not say who it is would get a 403.
      const headers = { 'user-agent': 'CuePoint sample test' };
      const page = await fetch(`${standIn.url}/track/-/${rows.at(-1)?.id}`, { headers });
      // Not the text itself: a failure would print the whole page.
      expect([page.status, (await page.text()).includes(`"${rows.at(-1)?.name}"`)]).toEqual([200, true]);
    } finally {
      await standIn.close();
    }
  });
});
