import type { Fetcher } from '@cuepoint/core';
import { type CatalogTrack, matchTracks, type TrackResult } from '@cuepoint/core';
import { readLibrary, toLibraryTrack } from '@cuepoint/rekordbox';
import { type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueFile, libraryFile, readCatalogueLines } from '../sample/sample-files.js';
import { catalogsOf, fetcherFor, found } from './catalogs.js';

let standIn: StandIn;
let fetcher: Fetcher;
beforeAll(async () => {
  standIn = await startStandIn({ catalogue: catalogueFile });
  fetcher = await fetcherFor(standIn);
});
afterAll(async () => {
  await fetcher[Symbol.asyncDispose]();
  await standIn.close();
});

/** What a search page of the site does not say: the sub-genre, and the store's own slug, which it leaves to be guessed. */
function whatBothSay({ subGenre: _, url, ...track }: CatalogTrack): object {
  return { ...track, url: url.replace(/[^/]+(?=\/\d+$)/, '…') };
}

/** One search in ten of the catalogue's tracks, by name and by ISRC. */
async function searches(): Promise<readonly string[]> {
  const lines = readCatalogueLines().filter((_, at) => at % 10 === 0);
  const { api } = catalogsOf(standIn, fetcher);
  const isrcs: string[] = [];
  for (const line of lines) {
    const name = [...line.artists, line.name].join(' ').replace(/[()]/g, ' ');
    const [isrc] = (await found(api, name)).flatMap((track) => track.isrc ?? []);
    if (isrc !== undefined) isrcs.push(isrc);
  }
  return [...lines.map((line) => [...line.artists, line.name].join(' ').replace(/[()]/g, ' ')), ...new Set(isrcs)];
}

describe('site and API', () => {
  it('give equal tracks in the same order for every search, but for the sub-genre and the slug', async () => {
    const { site, api } = catalogsOf(standIn, fetcher);
    const differing = new Set<string>();
    let severalArtists = 0;
    for (const text of await searches()) {
      const [fromSite, fromApi] = [await found(site, text), await found(api, text)];
      expect([text, fromApi.map(whatBothSay)]).toEqual([text, fromSite.map(whatBothSay)]);
      for (const [at, track] of fromApi.entries()) {
        for (const [name, value] of Object.entries(track)) {
          if (
            JSON.stringify(value) !== JSON.stringify(Object.entries(fromSite[at] ?? {}).find(([n]) => n === name)?.[1])
          )
            differing.add(name);
        }
        // The site's page sorts these otherwise than the API.
        const ids = track.artists.map(({ id }) => String(id));
        if (ids.join() !== [...ids].sort().join()) severalArtists += 1;
      }
    }
    expect([...differing].sort()).toEqual(['subGenre', 'url']);
    expect(severalArtists).toBeGreaterThan(3);
  });

  it('give one track in full alike, the slug apart', async () => {
    const { site, api } = catalogsOf(standIn, fetcher);
    const [first] = await found(api, 'silver arcade');
    if (first === undefined) throw new Error('the sample has lost a track');
    const [fromSite, fromApi] = [await site.track(first.id), await api.track(first.id)];
    expect(fromApi).toMatchObject({ ok: true });
    if (fromSite.ok && fromApi.ok) expect(whatBothSay(fromApi.track)).toEqual(whatBothSay(fromSite.track));
  });

  it('lead to the same decision, the same scores and the same candidates for a whole library', async () => {
    const library = await readLibrary(libraryFile);
    const entries = [...library.tracks.values()].map((track, at) => ({
      playlist: 'All',
      playlistIndex: at + 1,
      track: toLibraryTrack(track),
    }));
    const results = async (catalog: 'site' | 'api'): Promise<readonly object[]> => {
      const all: object[] = [];
      const run = matchTracks(entries, { catalog: catalogsOf(standIn, fetcher)[catalog], maxConcurrentTracks: 5 });
      for await (const result of run) all.push(comparable(result));
      return all;
    };
    const bySite = await results('site');
    expect(bySite).toHaveLength(79);
    expect(await results('api')).toEqual(bySite);
    expect(bySite.filter((result) => 'match' in result && result.match !== undefined).length).toBeGreaterThan(40);
  });

  it('asks the API without one redirect', () => {
    const api = standIn.requests.filter(({ kind }) => kind === 'api');
    expect(api.length).toBeGreaterThan(100);
    expect(new Set(api.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

/** A result without what a search page of the site does not say. */
function comparable(result: TrackResult): object {
  const { match, sibling, candidates, ...rest } = result;
  return {
    ...rest,
    match: match === undefined ? undefined : whatBothSay(match.track),
    sibling: sibling === undefined ? undefined : whatBothSay(sibling.track),
    candidates: candidates.map((one) => ({ ...one, track: whatBothSay(one.track) })),
  };
}
