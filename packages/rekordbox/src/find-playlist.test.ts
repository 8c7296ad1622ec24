import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlaylist } from './find-playlist.js';
import { parseLibrary } from './parse-library.js';
import { walkPlaylists } from './walk-playlists.js';

const list = (name: string) => `<NODE Name="${name}" Type="1" KeyType="0" Entries="0"/>`;
const folder = (name: string, ...children: string[]) =>
  `<NODE Name="${name}" Type="0" Count="${children.length}">${children.join('')}</NODE>`;

async function libraryOf(...nodes: string[]) {
  const root = `<NODE Type="0" Name="ROOT" Count="${nodes.length}">${nodes.join('')}</NODE>`;
  const xml = `<DJ_PLAYLISTS><COLLECTION Entries="0"/><PLAYLISTS>${root}</PLAYLISTS></DJ_PLAYLISTS>`;
  return parseLibrary(
    (async function* () {
      yield Buffer.from(xml);
    })(),
    { name: 'test.xml' },
  );
}

const usual = () =>
  libraryOf(
    folder('Gigs', list('Friday'), list('Warm Up'), folder('2025', list('Opening'))),
    folder('Home', list('Friday'), list('opening')),
    list('Techno/House'),
    folder('Techno', list('Peak')),
    list('Caf\u00e9'),
  );

describe('findPlaylist', () => {
  it.each([
    ['Gigs/Friday', 'Gigs/Friday'],
    ['Gigs/2025/Opening', 'Gigs/2025/Opening'],
    ['Warm Up', 'Gigs/Warm Up'],
    ['warm up', 'Gigs/Warm Up'],
    ['GIGS/friday', 'Gigs/Friday'],
    ['Opening', 'Gigs/2025/Opening'],
    ['Techno/House', 'Techno\\/House'],
    ['Techno\\/House', 'Techno\\/House'],
    ['techno/house', 'Techno\\/House'],
    ['Cafe\u0301', 'Caf\u00e9'],
  ])('"%s" means %s', async (text, path) => {
    expect(findPlaylist(await usual(), text).path).toBe(path);
  });

  it.each([
    ['Friday', ['Gigs/Friday', 'Home/Friday']],
    ['OPENING', ['Gigs/2025/Opening', 'Home/opening']],
  ])('"%s" is ambiguous', async (text, paths) => {
    const library = await usual();
    const message = `"${text}" is the name of 2 playlists: "${paths[0]}", "${paths[1]}"`;
    const error = { code: 'PLAYLIST_AMBIGUOUS', paths, message, hint: 'Give the full path of the one you mean.' };
    expect(() => findPlaylist(library, text)).toThrow(expect.objectContaining(error));
  });

  it.each([
    ['a typing error', 'Warmup', ['Gigs/Warm Up'], 'Did you mean "Gigs/Warm Up"?'],
    ['a name like no other', 'xyzzy', [], 'Look at the list of playlists for its name.'],
    ['a folder', 'home', ['Home/Friday', 'Home/opening'], 'It is a folder. It holds "Home/Friday", "Home/opening".'],
  ])('has no list for %s and says what to do', async (_, text, closest, hint) => {
    const library = await usual();
    const error = { code: 'PLAYLIST_NOT_FOUND', message: `There is no playlist "${text}"`, closest, hint };
    expect(() => findPlaylist(library, text)).toThrow(expect.objectContaining(error));
  });

  it('says so when the export has no lists', async () => {
    const library = await libraryOf(folder('Empty'));
    const hint = 'The export holds no playlist at all.';
    expect(() => findPlaylist(library, 'Empty')).toThrow(expect.objectContaining({ closest: [], hint }));
  });

  it('does not name hundreds of paths in one message', async () => {
    const library = await libraryOf(...Array.from({ length: 40 }, (_, index) => folder(`F${index}`, list('Same'))));
    expect(() => findPlaylist(library, 'Same')).toThrow(/playlists: "F0\/Same", .* "F11\/Same" and 28 more$/);
  });
});

describe('paths', () => {
  it('tell a slash in a name from a folder', async () => {
    const library = await libraryOf(list('a/b'), folder('a', list('b')), folder('a\\', list('b')), list('a\\/b'));
    const paths = [...walkPlaylists(library.root)].flatMap(({ node }) => (node.kind === 'playlist' ? [node] : []));
    expect(paths.map(({ path }) => path)).toEqual(['a\\/b', 'a/b', 'a\\\\/b', 'a\\\\\\/b']);
    for (const playlist of paths) expect(findPlaylist(library, playlist.path)).toBe(playlist);
  });

  it('differ for lists of one name in one folder', async () => {
    const library = await libraryOf(list('Set'), list('Set'), folder('Set', list('x')), folder('Set', list('x')));
    const lists = [...walkPlaylists(library.root)].flatMap(({ node }) => (node.kind === 'playlist' ? [node] : []));
    expect(lists.map(({ path }) => path)).toEqual(['Set', 'Set\\2', 'Set/x', 'Set\\2/x']);
    for (const playlist of lists) expect(findPlaylist(library, playlist.path)).toBe(playlist);
    expect(library.warnings).toMatchObject([{ code: 'duplicate-playlist', count: 2 }]);
  });
});

describe('every list', () => {
  it('has a path of its own that finds it, whatever the names are', async () => {
    const name = fc.constantFrom('', 'a', '/', '\\', 'a/a', '\\2', '2', 'A');
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        name.map(list),
        fc.tuple(name, fc.array(tie('node'), { maxLength: 4 })).map(([own, inside]) => folder(own, ...inside)),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(node, { maxLength: 6 }), async (nodes) => {
        const library = await libraryOf(...nodes);
        const lists = [...walkPlaylists(library.root)].flatMap(({ node: at }) => (at.kind === 'playlist' ? [at] : []));
        for (const playlist of lists) expect(findPlaylist(library, playlist.path)).toBe(playlist);
      }),
    );
  });
});

describe('walkPlaylists', () => {
  it('goes through the tree as it is shown', async () => {
    const { root } = await usual();
    expect([...walkPlaylists(root)].map(({ node, depth }) => `${'-'.repeat(depth)}${node.name}`)).toEqual([
      'Gigs',
      '-Friday',
      '-Warm Up',
      '-2025',
      '--Opening',
      'Home',
      '-Friday',
      '-opening',
      'Techno/House',
      'Techno',
      '-Peak',
      'Caf\u00e9',
    ]);
  });
});
