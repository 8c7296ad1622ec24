import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseLibrary } from './parse-library.js';

type Content = string | Uint8Array;

/** Also in single bytes, because where the chunks end must not change what is found. */
async function failure(content: Content, pieceBytes: number) {
  const bytes = Buffer.from(content);
  const chunks = (async function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  })();
  return parseLibrary(chunks, { name: 'my.xml' }).then(
    () => 'no error',
    (error: unknown) => error,
  );
}

const start = '<?xml version="1.0"?>\n<DJ_PLAYLISTS>\n<COLLECTION>\n';
const bomb =
  '<?xml version="1.0"?>\n<!DOCTYPE DJ_PLAYLISTS [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<DJ_PLAYLISTS Version="&b;"/>';

const cases: [what: string, content: Content, code: string, line: number | undefined, message: string][] = [
  ['an empty file', '', 'LIBRARY_EMPTY', undefined, 'the file is empty'],
  ['nothing but white space', '\uFEFF \r\n\n', 'LIBRARY_EMPTY', undefined, 'the file is empty'],
  ['an empty gzip file', gzipSync(''), 'LIBRARY_EMPTY', undefined, 'the file is empty'],
  ['an XML header alone', '<?xml version="1.0"?>\n', 'LIBRARY_MALFORMED', 2, 'must contain a root element'],
  ['a web page', '\n<!doctype html>\n<html><body>', 'LIBRARY_NOT_REKORDBOX', undefined, 'a web page'],
  ['an XHTML page', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', 'LIBRARY_NOT_REKORDBOX', 2, 'a web page'],
  ['a web page without DOCTYPE', '<HTML lang=en>', 'LIBRARY_NOT_REKORDBOX', undefined, 'a web page'],
  ['an XHTML page without DOCTYPE', '<?xml version="1.0"?><html xmlns="x">', 'LIBRARY_NOT_REKORDBOX', 1, 'a web page'],
  [
    'another XML',
    '<?xml version="1.0"?>\n<NML VERSION="19">',
    'LIBRARY_NOT_REKORDBOX',
    2,
    'XML of another kind, <NML>',
  ],
  ['a property list', '<!DOCTYPE plist PUBLIC "x" "y"><plist/>', 'LIBRARY_NOT_REKORDBOX', 1, 'of the type "plist"'],
  ['text', '#EXTM3U\n#EXTINF:1,a\n', 'LIBRARY_NOT_REKORDBOX', undefined, 'no XML'],
  ['an archive', 'PK\u0003\u0004\u0014', 'LIBRARY_NOT_REKORDBOX', undefined, 'a ZIP archive'],
  ['zeros after a crash', new Uint8Array(4096), 'LIBRARY_NOT_REKORDBOX', undefined, 'no XML'],
  ['an audio file', Uint8Array.of(0xff, 0xfb, 0x90, 0x64, 0x00), 'LIBRARY_NOT_REKORDBOX', undefined, 'no XML'],
  ['an entity bomb', bomb, 'LIBRARY_MALFORMED', 2, 'DOCTYPE'],
  ['an undefined entity', `${start}<TRACK Name="&boom;"/>`, 'LIBRARY_MALFORMED', 4, 'undefined entity'],
  ['a bare ampersand', `${start}<TRACK Name="R & B"/>\n<TRACK Name="&amp;"/>`, 'LIBRARY_MALFORMED', 4, '"&amp;"'],
  [
    'a bare ampersand to the end',
    `${start}<TRACK Name="R&B"/>\n${'<TRACK/>'.repeat(9)}`,
    'LIBRARY_MALFORMED',
    4,
    '"&amp;"',
  ],
  ['a bare ampersand at the end', `${start}<TRACK Name="&`, 'LIBRARY_MALFORMED', 4, '"&amp;"'],
  ['a control character', `${start}<TRACK Name="\u0001"/>`, 'LIBRARY_MALFORMED', 4, 'disallowed character'],
  ['an attribute twice', `${start}<TRACK Name="a" Name="b"/>`, 'LIBRARY_MALFORMED', 4, 'duplicate attribute: Name'],
  ['a wrong end tag', `${start}<TRACK>\n</COLLECTION>`, 'LIBRARY_MALFORMED', 5, '<TRACK> is still open'],
  ['a second root', '<DJ_PLAYLISTS/>\n<DJ_PLAYLISTS/>', 'LIBRARY_MALFORMED', 2, 'only one root'],
  ['text after the end', '<DJ_PLAYLISTS/>\nhello', 'LIBRARY_MALFORMED', 2, 'outside of root'],
  ['a file cut between tags', start, 'LIBRARY_MALFORMED', 4, 'cut off (unclosed tag: COLLECTION)'],
  ['a file cut in a tag', `${start}<TRACK Na`, 'LIBRARY_MALFORMED', 4, 'ends in the middle'],
  ['a file cut in a character', Buffer.from(`${start}é`).subarray(0, -1), 'LIBRARY_MALFORMED', 4, 'UTF-8'],
  ['Latin-1', Buffer.from(`${start}<TRACK\n Name="für"/>`, 'latin1'), 'LIBRARY_MALFORMED', 5, 'UTF-8'],
  ['damaged gzip', gzipSync(start).fill(7, 12), 'LIBRARY_MALFORMED', undefined, 'damaged or cut off'],
  ['cut gzip', gzipSync(start).subarray(0, -9), 'LIBRARY_MALFORMED', undefined, 'damaged or cut off'],
  ['absurd depth', `<DJ_PLAYLISTS>${'<NODE>'.repeat(5000)}`, 'LIBRARY_TOO_LARGE', 1, '100 elements inside'],
];

describe.each([[1], [1 << 20]])('in chunks of %i bytes', (pieceBytes) => {
  it.each(cases)('%s', async (_, content, code, line, message) => {
    const error = await failure(content, pieceBytes);
    expect(error).toMatchObject({ name: 'LibraryError', code, line, file: 'my.xml' });
    expect(error).toHaveProperty('message', expect.stringContaining(message));
    expect(error).toHaveProperty('hint', expect.stringContaining('File > Export Collection in xml format'));
  });
});

describe('a gzip file', () => {
  it('is refused when padding follows that is not looked at', async () => {
    const padded = Buffer.concat([gzipSync('<DJ_PLAYLISTS/>'), new Uint8Array(1 << 20)]);
    const error = await failure(padded, 1 << 16);
    expect(error).toMatchObject({ code: 'LIBRARY_MALFORMED', line: undefined });
    expect(error).toHaveProperty('message', 'my.xml: something follows the compressed data');
  });
});

describe('limits', () => {
  it.each([
    ['an attribute', `${start}<TRACK Name="${'a'.repeat(3 << 20)}`],
    ['a comment', `${start}<!--${'a'.repeat(3 << 20)}`],
    ['an element name', `<${'a'.repeat(3 << 20)}`],
    ['a DOCTYPE', `<!DOCTYPE ${'a'.repeat(3 << 20)}`],
  ])('refuse %s without end', async (_, xml) => {
    expect(await failure(gzipSync(xml), 1 << 20)).toMatchObject({ code: 'LIBRARY_TOO_LARGE' });
  });
});

describe('a file that unfolds', () => {
  const packed = gzipSync(`<DJ_PLAYLISTS><COLLECTION>${'<TRACK/>'.repeat(100_000)}</COLLECTION></DJ_PLAYLISTS>`);
  const read = (maxXmlBytes: number) => {
    const chunks = (async function* () {
      yield packed;
    })();
    return parseLibrary(chunks, { name: 'my.xml', maxXmlBytes });
  };

  it('is read up to the limit and refused beyond it', async () => {
    await expect(read(900_000)).resolves.toHaveProperty('tracks.size', 0);
    await expect(read(700_000)).rejects.toMatchObject({ code: 'LIBRARY_TOO_LARGE', line: 1 });
  });
});

describe('the place of an error', () => {
  it('counts lines and columns from 1, in characters', async () => {
    const error = await failure('<DJ_PLAYLISTS>\r\n  <TRACK Name="🎧é" bad/>\r\n</DJ_PLAYLISTS>', 7);
    expect(error).toMatchObject({ line: 2, column: 23 });
    expect(error).toHaveProperty('message', 'my.xml, line 2, column 23: disallowed character in attribute name');
  });

  it('is that of a bare ampersand, not of the next semicolon', async () => {
    const error = await failure('<DJ_PLAYLISTS>\n<!-- a & b --><X Name="c & d"/>\n\n\n<X Name="&amp;"/>', 7);
    expect(error).toMatchObject({ line: 2, column: 26 });
  });

  it('is that of a bare ampersand that swallows the rest of a large file', async () => {
    const error = await failure(`${start}<TRACK Name="R & B"/>${'\n<TRACK/>'.repeat(200_000)}`, 1 << 16);
    expect(error).toMatchObject({ code: 'LIBRARY_MALFORMED', line: 4, column: 16 });
  });
});
