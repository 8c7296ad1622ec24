import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { toLibraryTrack } from './library-track.js';
import { readLibrary } from './read-library.js';
import { walkPlaylists } from './walk-playlists.js';

const shared = new URL('../../../../shared/exports/', import.meta.url);
const present = existsSync(shared);
const exportsIn = (folder: URL): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.xml(\.gz)?$/.test(name))
        .map((name) => fileURLToPath(new URL(name, folder)))
    : [];
const edge = new URL('edge/', shared);
const unreadable = new Set(['ed359_keytype1_malformed.xml']);
const readable = [...exportsIn(shared), ...exportsIn(edge)].filter((path) => !unreadable.has(basename(path)));

/** What both readers say of a file. */
interface Summary {
  readonly tracks: readonly (readonly (readonly [string, string])[])[];
  /** Per node, in order: "depth kind name", and of a list the keys whose tracks exist. */
  readonly tree: readonly (readonly string[])[];
}

type Element = Readonly<Record<string, unknown>>;

/** An independent reader: another parser, whole document at once. */
function oracle(path: string): Summary {
  const bytes = readFileSync(path);
  const xml = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
    processEntities: { enabled: true, maxTotalExpansions: Number.POSITIVE_INFINITY, maxExpandedLength: 1e9 },
    isArray: (name) => name === 'TRACK' || name === 'NODE',
  });
  const top = child(parser.parse(xml), 'DJ_PLAYLISTS');
  const tracks = children(child(top, 'COLLECTION'), 'TRACK');
  const ids = new Set(tracks.map((track) => track['@TrackID']));
  const root = children(child(top, 'PLAYLISTS'), 'NODE')[0] ?? {};
  return { tracks: tracks.map(attributesOf), tree: [...treeOf(root, 0, ids)] };
}

function* treeOf(folder: Element, depth: number, ids: ReadonlySet<unknown>): Generator<readonly string[]> {
  for (const node of children(folder, 'NODE')) {
    const isFolder = node['@Type'] === '0';
    const keys = children(node, 'TRACK').map((entry) => entry['@Key']);
    const known = isFolder ? [] : keys.filter((key) => ids.has(key)).map(String);
    yield [`${depth} ${isFolder ? 'folder' : 'playlist'} ${node['@Name']}`, ...known];
    if (isFolder) yield* treeOf(node, depth + 1, ids);
  }
}

function attributesOf(element: Element): readonly (readonly [string, string])[] {
  return Object.entries(element).flatMap(([key, value]) =>
    key.startsWith('@') ? [[key.slice(1), String(value)]] : [],
  );
}

function child(parent: Element, name: string): Element {
  return isElement(parent[name]) ? parent[name] : {};
}

function children(parent: Element, name: string): readonly Element[] {
  const value = parent[name];
  return Array.isArray(value) ? value.map((item: unknown) => (isElement(item) ? item : {})) : [];
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function ours(path: string): Promise<Summary> {
  const { tracks, root } = await readLibrary(path);
  return {
    tracks: Array.from(tracks.values(), (track) => [...track.attributes()]),
    tree: Array.from(walkPlaylists(root), ({ node, depth }) => [
      `${depth} ${node.kind} ${node.name}`,
      ...(node.kind === 'playlist' ? node.entries : []),
    ]),
  };
}

describe.skipIf(!present)('real exports (needs the shared material beside the checkout)', () => {
  it('are all there', () => {
    expect(readable.length).toBeGreaterThanOrEqual(18);
  });

  it.each(readable.map((path) => [basename(path), path]))('%s: both readers agree', async (_, path) => {
    const [mine, other] = [await ours(path), oracle(path)];
    expect(mine.tracks.length).toBe(other.tracks.length);
    expect(mine.tree.map(([node]) => node)).toEqual(other.tree.map(([node]) => node));
    // Compared as text: a difference in 18,000 tracks is found in a second, not in minutes.
    expect(JSON.stringify(mine) === JSON.stringify(other)).toBe(true);
  });

  /** Looked at one by one: cut by hand, so that their announced numbers are too high, or too low. */
  it.each([
    ['a-rich_djtools.xml', [['count-mismatch', 2, 'COLLECTION says 3837, holds 91']]],
    ['andreapavoni_2.xml', [['count-mismatch', 1, 'COLLECTION says 7, holds 9']]],
    ['thomaskoot.xml', [['count-mismatch', 1, 'COLLECTION says 3681, holds 64']]],
    [
      'edge/marky555timer_125.xml',
      [
        ['count-mismatch', 2, 'COLLECTION says 1437, holds 125'],
        ['entry-without-track', 8, 'playlist "Jenny": "247345739"'],
      ],
    ],
  ])('%s warns', async (name, expected) => {
    const { warnings } = await readLibrary(fileURLToPath(new URL(name, shared)));
    expect(warnings.map(({ code, count, examples }) => [code, count, examples[0]?.detail])).toEqual(expected);
  });

  it('the others raise no warning', async () => {
    const odd = ['a-rich_djtools.xml', 'andreapavoni_2.xml', 'thomaskoot.xml', 'marky555timer_125.xml'];
    const quiet = readable.filter((path) => !odd.includes(basename(path)));
    const warned = await Promise.all(quiet.map(async (path) => (await readLibrary(path)).warnings));
    expect(warned.flat()).toEqual([]);
  });

  it('an entry that is never closed is one error with its place', async () => {
    const error = { code: 'LIBRARY_MALFORMED', line: 201, column: 13 };
    const path = fileURLToPath(new URL('ed359_keytype1_malformed.xml', edge));
    await expect(readLibrary(path)).rejects.toMatchObject(error);
    await expect(readLibrary(path)).rejects.toThrow('unexpected close tag: <TRACK> is still open');
  });

  it.each([
    ['edge/cratory_excerpt.xml', { streaming: 20 }],
    ['edge/montezuma69_locationonly.xml.gz', { file: 18_652 }],
    ['deviationist.xml.gz', { file: 3315, streaming: 3 }],
    ['andreapavoni_2.xml', { 'factory-sample': 5, file: 3, streaming: 1 }],
    ['pyrekordbox_rb6.xml', { 'factory-sample': 6 }],
  ])('%s: where its tracks are', async (name, expected) => {
    const { tracks } = await readLibrary(fileURLToPath(new URL(name, shared)));
    const counts: Record<string, number> = {};
    for (const track of tracks.values()) {
      const { source } = toLibraryTrack(track);
      counts[source] = (counts[source] ?? 0) + 1;
    }
    expect(counts).toEqual(expected);
  });

  it('decodes Locations that were never encoded', async () => {
    const { tracks } = await readLibrary(fileURLToPath(new URL('montezuma69_locationonly.xml.gz', edge)));
    const paths = Array.from(tracks.values(), (track) => toLibraryTrack(track).path ?? '');
    expect(paths.every((path) => /^[A-Z]:\//.test(path))).toBe(true);
    expect(paths.filter((path) => path.includes('% ')).length).toBeGreaterThan(0);
  });
});
