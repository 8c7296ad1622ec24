import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlaylistNode } from './library.js';
import { parseLibrary } from './parse-library.js';

/** A made-up library: what is written into the XML and must come out of it. */
interface Model {
  readonly version: string;
  readonly tracks: readonly { readonly id: string; readonly values: readonly string[] }[];
  readonly nodes: readonly ModelNode[];
}
type ModelNode =
  | { readonly kind: 'folder'; readonly name: string; readonly children: readonly ModelNode[] }
  | { readonly kind: 'playlist'; readonly name: string; readonly picks: readonly number[] };

/** Any text that XML can carry: control characters but three, and the two non-characters, it cannot. */
const text = fc
  .string({ unit: 'binary', maxLength: 30 })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids.
  .map((value) => value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));

const { node } = fc.letrec<{ node: ModelNode; folder: ModelNode; playlist: ModelNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('playlist'), tie('folder')),
  folder: fc.record({
    kind: fc.constant('folder' as const),
    name: text,
    children: fc.uniqueArray(tie('node'), { maxLength: 4, selector: (child) => child.name }),
  }),
  playlist: fc.record({
    kind: fc.constant('playlist' as const),
    name: text,
    picks: fc.array(fc.nat(), { maxLength: 6 }),
  }),
}));

const ATTRIBUTES = ['Name', 'Artist', 'Location', 'Comments', 'Später'];
const model: fc.Arbitrary<Model> = fc.record({
  version: text,
  tracks: fc.uniqueArray(
    fc.record({
      id: fc.nat().map(String),
      values: fc.array(text, { minLength: ATTRIBUTES.length, maxLength: ATTRIBUTES.length }),
    }),
    { minLength: 1, maxLength: 6, selector: ({ id }) => id },
  ),
  nodes: fc.uniqueArray(node, { maxLength: 4, selector: (child) => child.name }),
});

/** How the same library can be written: quotes, line ends, spaces, and what is escaped by number. */
interface Style {
  readonly quote: '"' | "'";
  readonly lineEnd: string;
  readonly closing: '/>' | ' />';
  readonly numeric: boolean;
}
const style: fc.Arbitrary<Style> = fc.record({
  quote: fc.constantFrom('"' as const, "'" as const),
  lineEnd: fc.constantFrom('\n', '\r\n', ''),
  closing: fc.constantFrom('/>' as const, ' />' as const),
  numeric: fc.boolean(),
});

function write({ version, tracks, nodes }: Model, { quote, lineEnd, closing, numeric }: Style): string {
  const attribute = (name: string, value: string) => ` ${name}=${quote}${escaped(value)}${quote}`;
  const named: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  // Line breaks and tabs must be numbers: a parser turns bare ones in an attribute into spaces.
  const escaped = (value: string) =>
    value.replace(numeric ? /[^a-z]/gu : /[&<>"'\t\r\n]/gu, (character) => {
      return (numeric ? undefined : named[character]) ?? `&#x${character.codePointAt(0)?.toString(16)};`;
    });
  const element = (child: ModelNode): string => {
    if (child.kind === 'folder') {
      const tag = `<NODE${attribute('Name', child.name)} Type="0" Count="${child.children.length}">`;
      return `${tag}${lineEnd}${child.children.map(element).join('')}</NODE>${lineEnd}`;
    }
    const entries = child.picks.map((pick) => `<TRACK${attribute('Key', pickedId(tracks, pick))}${closing}${lineEnd}`);
    const tag = `<NODE${attribute('Name', child.name)} Type="1" KeyType="0" Entries="${entries.length}">`;
    return `${tag}${entries.join('')}</NODE>${lineEnd}`;
  };
  const track = ({ id, values }: Model['tracks'][number]) => {
    const others = ATTRIBUTES.map((name, index) => attribute(name, values[index] ?? '')).join(lineEnd);
    return `<TRACK${attribute('TrackID', id)}${others}><TEMPO Bpm="1"${closing}</TRACK>${lineEnd}`;
  };
  return [
    `<DJ_PLAYLISTS><PRODUCT${attribute('Version', version)}${closing}`,
    `<COLLECTION Entries="${tracks.length}">${lineEnd}${tracks.map(track).join('')}</COLLECTION>`,
    `<PLAYLISTS><NODE Type="0" Name="ROOT" Count="${nodes.length}">${nodes.map(element).join('')}</NODE></PLAYLISTS>`,
    '</DJ_PLAYLISTS>',
  ].join(lineEnd);
}

function pickedId(tracks: Model['tracks'], pick: number): string {
  return tracks[pick % tracks.length]?.id ?? '';
}

/** The tree that was read, in the terms of the model. */
function modelOf(tracks: Model['tracks'], nodes: readonly PlaylistNode[]): readonly unknown[] {
  return nodes.map((child) =>
    child.kind === 'folder'
      ? { name: child.name, children: modelOf(tracks, child.children) }
      : { name: child.name, entries: child.entries },
  );
}

function expected(tracks: Model['tracks'], nodes: readonly ModelNode[]): readonly unknown[] {
  return nodes.map((child) =>
    child.kind === 'folder'
      ? { name: child.name, children: expected(tracks, child.children) }
      : { name: child.name, entries: child.picks.map((pick) => pickedId(tracks, pick)) },
  );
}

async function* cut(bytes: Uint8Array, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

it('reads back any library, however it is written and wherever the bytes are cut', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(model, style, sizes, async (library, how, cuts) => {
      const read = await parseLibrary(cut(Buffer.from(write(library, how)), cuts), { name: 'generated.xml' });
      expect(read.warnings).toEqual([]);
      expect(read.version).toBe(library.version);
      expect([...read.tracks.values()].map((track) => [...track.attributes()])).toEqual(
        library.tracks.map(({ id, values }) => [
          ['TrackID', id],
          ...ATTRIBUTES.map((name, index) => [name, values[index]]),
        ]),
      );
      expect(modelOf(library.tracks, read.root.children)).toEqual(expected(library.tracks, library.nodes));
    }),
    { numRuns: 200 },
  );
});
