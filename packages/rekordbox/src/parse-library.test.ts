import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseLibrary, type ReadProgress } from './parse-library.js';

async function* chunksOf(...chunks: (string | Uint8Array)[]) {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

const parse = (...chunks: (string | Uint8Array)[]) => parseLibrary(chunksOf(...chunks), { name: 'test.xml' });

const document = (collection: string, playlists = '') =>
  `<DJ_PLAYLISTS Version="1.0.0"><PRODUCT Name="rekordbox" Version="7.2.14" Company="X"/>${collection}${playlists}</DJ_PLAYLISTS>`;

const tracks = (...ids: string[]) =>
  `<COLLECTION Entries="${ids.length}">${ids.map((id) => `<TRACK TrackID="${id}" Name="n${id}"/>`).join('')}</COLLECTION>`;

const list = (attributes: string, ...keys: string[]) =>
  `<NODE Name="L" Type="1" ${attributes}>${keys.map((key) => `<TRACK Key="${key}"/>`).join('')}</NODE>`;

const rootOf = (...nodes: string[]) => `<PLAYLISTS><NODE Type="0" Name="ROOT">${nodes.join('')}</NODE></PLAYLISTS>`;

describe('parseLibrary', () => {
  it('reads the product, the tracks in their order and the tree', async () => {
    const library = await parse(document(tracks('20', '3'), rootOf(list('KeyType="0" Entries="3"', '3', '20', '3'))));
    expect(library).toMatchObject({ file: 'test.xml', product: 'rekordbox', version: '7.2.14', warnings: [] });
    expect([...library.tracks.keys()]).toEqual(['20', '3']);
    const playlist = { kind: 'playlist', name: 'L', path: 'L', keyType: 'track-id', entries: ['3', '20', '3'] };
    expect(library.root).toEqual({ kind: 'folder', name: '', path: '', children: [playlist] });
  });

  it('keeps every attribute of a track, known or not, and passes over grids and cues', async () => {
    const children = '<TEMPO Inizio="0.1" Bpm="120.00"/><POSITION_MARK Name="cue" Num="-1"></POSITION_MARK>';
    const track = `<TRACK TrackID="1" Name="" Colour="0xFF007F" __proto__="p" Future="&#228;&amp;&lt;">${children}</TRACK>`;
    const library = await parse(document(`<COLLECTION Entries="1">${track}</COLLECTION>`));
    expect([...(library.tracks.get('1')?.attributes() ?? [])]).toEqual([
      ['TrackID', '1'],
      ['Name', ''],
      ['Colour', '0xFF007F'],
      ['__proto__', 'p'],
      ['Future', 'ä&<'],
    ]);
    expect(library.tracks.get('1')?.attribute('Name')).toBe('');
    expect(library.tracks.get('1')?.attribute('Artist')).toBeUndefined();
    expect(library.warnings).toEqual([]);
  });

  it('finds the tracks of a list by Location however the two encode it', async () => {
    const locations = ['/a/B%c3%bc%20(1).mp3', '/a/B%c3%bc%20(2).mp3', 'tidal:tracks:5', '/a/B%c3%bc%20(1).mp3'];
    const located = locations.map(
      (rest, index) => `<TRACK TrackID="${index + 1}" Location="file://localhost${rest}"/>`,
    );
    const collection = `<COLLECTION><TRACK TrackID="0"/>${located.join('')}</COLLECTION>`;
    const keys = [
      'file://localhost/a/B%C3%BC%20%282%29.mp3',
      'file://localhost/a/Bu\u0308 (1).mp3',
      'file://localhost/tidal:tracks:5',
      '',
    ];
    const library = await parse(document(collection, rootOf(list('KeyType="1"', ...keys))));
    expect(library.root.children).toMatchObject([{ keyType: 'location', entries: ['2', '1', '3'] }]);
    expect(library.warnings).toMatchObject([{ code: 'entry-without-track', count: 1 }]);
  });

  it('reads playlists that stand before their tracks, and trees without ROOT', async () => {
    const nodes = `<PLAYLISTS><NODE Name="F" Type="0">${list('KeyType="0"', '1')}</NODE></PLAYLISTS>`;
    const library = await parse(`<DJ_PLAYLISTS>${nodes}${tracks('1')}</DJ_PLAYLISTS>`);
    expect(library.root.children).toMatchObject([{ path: 'F', children: [{ path: 'F/L', entries: ['1'] }] }]);
  });

  it('takes a folder called ROOT that is not the top one as any other', async () => {
    const library = await parse(document(tracks(), rootOf(`<NODE Name="ROOT" Type="0">${list('KeyType="0"')}</NODE>`)));
    expect(library.root.children).toMatchObject([{ path: 'ROOT', children: [{ path: 'ROOT/L' }] }]);
  });

  const whole = document(tracks('1', '2'), rootOf(list('KeyType="0" Entries="1"', '2')));
  const utf16 = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${whole}`, 'utf16le');
  it.each<[what: string, bytes: string | Uint8Array]>([
    ['an XML header and CRLF', `<?xml version="1.0" encoding="UTF-8"?>\r\n\r\n${whole.replaceAll('><', '>\r\n  <')}`],
    ['a byte order mark', `\uFEFF<?xml version="1.0"?>${whole}`],
    ['comments', `<?xml version="1.0"?><!-- <DJ_PLAYLISTS> -->${whole}<!-- end -->`],
    ['line breaks between attributes', whole.replaceAll(' Name', '\r\n\t Name')],
    ['gzip', gzipSync(whole)],
    ['gzip of several members', Buffer.concat([gzipSync(whole.slice(0, 99)), gzipSync(whole.slice(99))])],
    ['UTF-16, little-endian', utf16],
    ['UTF-16, big-endian', Buffer.from(utf16).swap16()],
    ['UTF-16 without a byte order mark', utf16.subarray(2)],
  ])('reads a file with %s', async (_, bytes) => {
    const library = await parse(bytes);
    expect(library).toMatchObject({ version: '7.2.14', warnings: [], root: { children: [{ entries: ['2'] }] } });
    expect([...library.tracks.keys()]).toEqual(['1', '2']);
    expect(library.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('tells how far it is', async () => {
    const seen: ReadProgress[] = [];
    const text = `<!--${' '.repeat(300)}-->${whole}`;
    const half = text.indexOf('<TRACK TrackID="2"');
    const chunks = chunksOf(text.slice(0, half), text.slice(half));
    await parseLibrary(chunks, { name: 'test.xml', onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([
      { bytesRead: half, tracks: 1 },
      { bytesRead: text.length, tracks: 2 },
    ]);
  });

  it('lets an error of the source through', async () => {
    const broken = (async function* () {
      yield Buffer.from('<DJ_PLAYLISTS>');
      throw new Error('disk gone');
    })();
    await expect(parseLibrary(broken, { name: 'test.xml' })).rejects.toThrow('disk gone');
  });

  it.each([
    ['by its head', Buffer.from('<html>')],
    ['by its XML', Buffer.from('<NML>'.padEnd(1000))],
    ['packed', gzipSync('<NML>'.padEnd(1000))],
  ])('closes the source when it refuses it %s', async (_, chunk) => {
    let closed = false;
    const endless = (async function* () {
      try {
        for (;;) yield chunk;
      } finally {
        closed = true;
      }
    })();
    await expect(parseLibrary(endless, { name: 'test.xml' })).rejects.toHaveProperty('code', 'LIBRARY_NOT_REKORDBOX');
    expect(closed).toBe(true);
  });
});

describe('warnings', () => {
  it.each<[what: string, xml: string, warning: { code: string; count: number; details: string[] }]>([
    [
      'wrong numbers',
      document(
        '<COLLECTION Entries="9"><TRACK TrackID="1"/></COLLECTION>',
        '<PLAYLISTS><NODE Type="0" Name="ROOT" Count="7"><NODE Name="F" Type="0" Count="x"/><NODE Name="L" Type="1" KeyType="0" Entries="0"><TRACK Key="1"/></NODE></NODE></PLAYLISTS>',
      ),
      {
        code: 'count-mismatch',
        count: 4,
        details: [
          'COLLECTION says 9, holds 1',
          'folder "F" says x, holds 0',
          'playlist "L" says 0, holds 1',
          'the top folder says 7, holds 2',
        ],
      },
    ],
    ['a TrackID used twice', document(tracks('1', '2', '1')), { code: 'duplicate-track-id', count: 1, details: ['1'] }],
    [
      'a track without TrackID',
      document('<COLLECTION><TRACK Name="lost"/></COLLECTION>'),
      { code: 'track-without-id', count: 1, details: ['lost'] },
    ],
    [
      'entries without a track',
      document(tracks('1'), rootOf(list('KeyType="0" Entries="3"', '1', '8', '9'))),
      { code: 'entry-without-track', count: 2, details: ['playlist "L": "8"', 'playlist "L": "9"'] },
    ],
    [
      'elements that do not belong there',
      document(
        '<EXTRA><TRACK TrackID="9"/><DEEP/></EXTRA><COLLECTION><ALBUM/><TRACK TrackID="1"><ART/><TEMPO><X/></TEMPO></TRACK></COLLECTION>',
        `<PLAYLISTS><LIST/>${'<NODE Name="F" Type="0"><TRACK Key="1"/></NODE><NODE Name="L" Type="1" KeyType="0"><NODE/></NODE>'}</PLAYLISTS>`,
      ),
      {
        code: 'unknown-element',
        count: 7,
        details: [
          'EXTRA in DJ_PLAYLISTS',
          'ALBUM in COLLECTION',
          'ART in a TRACK',
          'X in an element that holds nothing',
          'LIST in PLAYLISTS',
        ],
      },
    ],
    [
      'values that the format does not know',
      document(tracks('1'), rootOf('<NODE Name="A"/>', '<NODE Name="B" Entries="0"/>', list('KeyType="2"', '1'))),
      {
        code: 'unknown-value',
        count: 4,
        details: [
          'NODE "A": Type is missing',
          'NODE "B": Type is missing',
          'NODE "B": KeyType is missing',
          'NODE "L": KeyType "2"',
        ],
      },
    ],
    ['no collection', '<DJ_PLAYLISTS/>', { code: 'missing-collection', count: 1, details: ['no COLLECTION'] }],
  ])('%s', async (_, xml, { code, count, details }) => {
    const { warnings } = await parse(xml);
    expect(warnings.map((warning) => [warning.code, warning.count])).toEqual([[code, count]]);
    expect(warnings[0]?.examples.map(({ detail }) => detail)).toEqual(details);
  });

  it('keeps the first of two tracks with one TrackID', async () => {
    const collection = '<COLLECTION><TRACK TrackID="1" Name="first"/><TRACK TrackID="1" Name="second"/></COLLECTION>';
    const library = await parse(document(collection));
    expect(library.tracks.get('1')?.attribute('Name')).toBe('first');
  });

  it('guesses what a node without Type is', async () => {
    const library = await parse(document(tracks(), rootOf('<NODE Name="A"/>', '<NODE Name="B" Entries="0"/>')));
    expect(library.root.children.map(({ kind }) => kind)).toEqual(['folder', 'playlist']);
  });

  it('cut a name that goes on and on', async () => {
    const { warnings } = await parse(document(`<COLLECTION><TRACK Name="${'n'.repeat(5000)}"/></COLLECTION>`));
    expect(warnings[0]?.examples[0]?.detail).toBe(`${'n'.repeat(200)}…`);
  });

  it('say where, and stay few however many there are', async () => {
    const missing = Array.from({ length: 2000 }, (_, index) => String(index + 1000));
    const { warnings } = await parse(`\n\n${document(tracks(), `\n${rootOf(list('KeyType="0"', ...missing))}`)}`);
    expect(warnings).toMatchObject([{ code: 'entry-without-track', count: 2000 }]);
    expect(warnings[0]?.examples).toHaveLength(5);
    expect(warnings[0]?.examples[0]).toEqual({ line: 4, detail: 'playlist "L": "1000"' });
  });
});
