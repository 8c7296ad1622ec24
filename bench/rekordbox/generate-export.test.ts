import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLibrary, toLibraryTrack, walkPlaylists } from '@cuepoint/rekordbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateExport, writeExport } from './generate-export.mjs';

const SIZE = { tracks: 700, playlists: 5 };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuepoint-generate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the generated export', () => {
  const xml = [...generateExport(SIZE)].join('');

  it('is the same every time, and another one for another seed', () => {
    expect(sha256([...generateExport(SIZE)].join(''))).toBe(sha256(xml));
    expect(sha256([...generateExport({ ...SIZE, seed: 2 })].join(''))).not.toBe(sha256(xml));
  });

  it('is written to a file as it is', async () => {
    const path = join(folder, 'written.xml');
    await writeExport(path, SIZE);
    expect(await readFile(path, 'utf8')).toBe(xml);
  });

  it('holds what it says, and nothing odd', async () => {
    const path = join(folder, 'read.xml');
    await writeExport(path, SIZE);
    const library = await readLibrary(path);
    expect(library.warnings).toEqual([]);
    expect(library.tracks.size).toBe(SIZE.tracks);
    expect(xml.match(/<TEMPO /g)).toHaveLength(2 * SIZE.tracks);
    expect(xml.match(/<POSITION_MARK /g)).toHaveLength(8 * SIZE.tracks);
    const lists = [...walkPlaylists(library.root)].filter(({ node }) => node.kind === 'playlist');
    expect(lists.map(({ node }) => node.path)).toEqual([1, 2, 3, 4, 5].map((nth) => `Sets/Night ${nth}`));
  });

  it('has tracks like real ones: all 25 attributes, umlauts, ampersands, encoded paths', async () => {
    const path = join(folder, 'tracks.xml');
    await writeExport(path, SIZE);
    const tracks = [...(await readLibrary(path)).tracks.values()];
    expect(tracks.every((track) => [...track.attributes()].length === 25)).toBe(true);
    const converted = tracks.map(toLibraryTrack);
    for (const part of ['Süd', '&', "'"]) expect(converted.some(({ name }) => name.includes(part))).toBe(true);
    expect(converted.every(({ path: file, artist, name }) => file?.endsWith(`/${artist} - ${name}.mp3`))).toBe(true);
    expect(converted.every(({ durationSeconds, bpm }) => Number(durationSeconds) >= 180 && Number(bpm) >= 90)).toBe(
      true,
    );
  });

  it('can be of any size', () => {
    expect([...generateExport({ tracks: 0, playlists: 0 })].join('')).toContain('<COLLECTION Entries="0">');
  });
});
