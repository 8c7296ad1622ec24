import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileReadProgress, readLibrary } from './read-library.js';

const xml = `<DJ_PLAYLISTS><COLLECTION Entries="900">${Array.from(
  { length: 900 },
  (_, index) => `<TRACK TrackID="${index}" Name="Ä ${index}" Comments="${'x'.repeat(100)}"/>`,
).join('\n')}</COLLECTION></DJ_PLAYLISTS>`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuepoint-rekordbox-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function saved(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('readLibrary', () => {
  it.each([
    ['plain.xml', xml],
    ['packed.xml.gz', gzipSync(xml)],
    ['packed-without-saying-so.xml', gzipSync(xml)],
    ['plain-in-spite-of-its-name.xml.gz', xml],
  ])('reads %s', async (name, content) => {
    const path = await saved(name, content);
    const library = await readLibrary(path);
    expect(library.tracks.size).toBe(900);
    expect(library.tracks.get('899')?.attribute('Name')).toBe('Ä 899');
    expect(library.file).toBe(path);
    expect(library.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it('tells how far it is', async () => {
    const path = await saved('progress.xml', xml);
    const seen: FileReadProgress[] = [];
    await readLibrary(path, { onProgress: (progress) => seen.push(progress) });
    const totalBytes = Buffer.byteLength(xml);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen[0]).toMatchObject({ bytesRead: 65_536, totalBytes });
    expect(seen.at(-1)).toEqual({ bytesRead: totalBytes, totalBytes, tracks: 900 });
  });

  it('says that a file is missing', async () => {
    const path = join(folder, 'missing.xml');
    await expect(readLibrary(path)).rejects.toMatchObject({ code: 'LIBRARY_NOT_FOUND', file: path });
  });

  it('says that a part of the path is no folder', async () => {
    const path = join(await saved('a-file.xml', xml), 'below.xml');
    await expect(readLibrary(path)).rejects.toMatchObject({ code: 'LIBRARY_NOT_FOUND' });
  });

  it('says that a folder is no file', async () => {
    const hint = 'Give the XML file in it, not the folder.';
    await expect(readLibrary(folder)).rejects.toMatchObject({ code: 'LIBRARY_UNREADABLE', hint });
  });

  it('turns a path that no system takes into the same kind of error', async () => {
    await expect(readLibrary('a\0b.xml')).rejects.toMatchObject({ code: 'LIBRARY_UNREADABLE' });
  });

  it.skipIf(process.platform === 'win32')('does not wait for a device', async () => {
    await expect(readLibrary('/dev/zero')).rejects.toMatchObject({ code: 'LIBRARY_UNREADABLE' });
  });

  // The administrator may read everything, and Windows has no such bits.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says that a file may not be read', async () => {
    const path = await saved('secret.xml', xml);
    await chmod(path, 0);
    await expect(readLibrary(path)).rejects.toMatchObject({ code: 'LIBRARY_UNREADABLE' });
  });
});
