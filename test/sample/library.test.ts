import { readFile } from 'node:fs/promises';
import { type RekordboxLibrary, readLibrary, toLibraryTrack, walkPlaylists } from '@cuepoint/rekordbox';
import { beforeAll, describe, expect, it } from 'vitest';
import { libraryFile } from './sample-files.js';

/** What an untouched export writes on every track, in this order. */
const ATTRIBUTES =
  'TrackID Name Artist Composer Album Grouping Genre Kind Size TotalTime DiscNumber TrackNumber Year AverageBpm ' +
  'DateAdded BitRate SampleRate Comments PlayCount Rating Location Remixer Tonality Label Mix';

describe('the library of the sample', () => {
  let library: RekordboxLibrary;
  let xml: string;
  beforeAll(async () => {
    library = await readLibrary(libraryFile);
    xml = await readFile(libraryFile, 'utf8');
  });
  const texts = (attribute: string): readonly string[] =>
    [...library.tracks.values()].map((track) => track.attribute(attribute) ?? '');

  it('reads without a warning: well-formed, counts right, no entry without its track', () => {
    expect(library.warnings).toEqual([]);
    expect([library.product, library.version, library.tracks.size]).toEqual(['rekordbox', '7.2.14', 79]);
  });

  it('writes tracks as Rekordbox 7 does', () => {
    for (const track of library.tracks.values()) {
      expect([...track.attributes()].map(([name]) => name).join(' ')).toBe(ATTRIBUTES);
    }
    expect(xml.match(/<TEMPO /g)?.length).toBeGreaterThan(70);
    expect(xml.match(/<POSITION_MARK /g)?.length).toBeGreaterThan(80);
    expect(xml).toMatch(/<POSITION_MARK Name="Loop" Type="4" Start="[\d.]+" End="[\d.]+" Num="2"/);
  });

  it('encodes Locations as Rekordbox does', () => {
    for (const location of texts('Location')) {
      expect(location).toMatch(/^file:\/\/localhost(?:[\w/.~:(),;!=$@*+#?-]|%[\da-f]{2})+$/);
    }
  });

  it('has the tree that the demo and the documentation name', () => {
    const lists = [...walkPlaylists(library.root)].flatMap(({ node }) => (node.kind === 'playlist' ? [node] : []));
    expect(lists.map(({ path, entries }) => `${path}: ${entries.length}`)).toEqual([
      'Sets/Friday Warm-up: 23',
      'Sets/Peak Time: 22',
      'Sets/Breaks & Bass: 6',
      'Archive/2019/Peak Time: 8',
      'Archive/2019/Closing: 7',
      'Sorting/Untagged: 16',
      'Sorting/To Buy: 0',
      'Sampler: 2',
    ]);
    const repeats = lists.map(({ entries }) => entries.length - new Set(entries).size);
    expect(repeats).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
    const listed = new Set(lists.flatMap(({ entries }) => entries));
    expect([...library.tracks.keys()].filter((id) => !listed.has(id))).toEqual([]);
  });

  it('holds what a run has to cope with', () => {
    const tracks = [...library.tracks.values()].map(toLibraryTrack);
    const from = (start: string): number => tracks.filter(({ path }) => path?.startsWith(start)).length;
    expect([from('C:/'), from('/Users/'), from('/Volumes/')].every((count) => count >= 10)).toBe(true);
    expect(tracks.filter(({ source }) => source === 'factory-sample')).toHaveLength(2);
    expect(tracks.filter(({ source }) => source === 'streaming')).toHaveLength(2);
    const names = texts('Name');
    // Composed letters here would mean that an editor or a tool has normalised the file.
    expect(names.filter((name) => name !== name.normalize('NFC'))).toHaveLength(1);
    expect(names.filter((name) => /&(?:amp|#39);/.test(name))).toHaveLength(2);
    for (const notation of [/^\d+[AB]$/, /^\d+[md]$/, /^[A-G][#b]?m?$/]) {
      expect(texts('Tonality').filter((key) => notation.test(key)).length).toBeGreaterThan(5);
    }
  });

  it('names no site that exists, but for what the shop itself writes into the comments of its files', () => {
    const text = xml.replace('Comments="Purchased at Beatport.com"', '');
    const sites = text.match(/\b(?:www\.)?[\w-]+\.(?:com|net|org|ru|vip|example)\b/gi) ?? [];
    expect(sites.length).toBeGreaterThan(4);
    expect(sites.filter((site) => !site.endsWith('.example'))).toEqual([]);
  });
});
