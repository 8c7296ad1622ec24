import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../test-support/temp-folder.js';
import { deletePages, moveDataAside } from './put-away.js';

function folderWith(...names: readonly string[]): string {
  const folder = tempFolder();
  for (const name of names) writeFileSync(join(folder, name), name);
  return folder;
}

describe('deletePages', () => {
  it('deletes the file with its logs, and nothing else', async () => {
    const folder = folderWith('pages.sqlite', 'pages.sqlite-wal', 'pages.sqlite-shm', 'data.sqlite', 'mine.txt');
    expect(await deletePages(folder)).toBe(true);
    expect(readdirSync(folder)).toEqual(['data.sqlite', 'mine.txt']);
  });

  it('is content where there is none', async () => {
    expect(await deletePages(tempFolder())).toBe(false);
    expect(await deletePages(join(tempFolder(), 'nowhere'))).toBe(false);
  });
});

describe('moveDataAside', () => {
  const at = new Date('2026-11-20T12:30:00.000Z');

  it('renames the file with its logs, and loses nothing', async () => {
    const folder = folderWith('data.sqlite', 'data.sqlite-wal', 'pages.sqlite');
    const aside = join(folder, 'data-2026-11-20T12-30-00-000Z.sqlite');
    expect(await moveDataAside(folder, at)).toBe(aside);
    expect(readdirSync(folder)).toEqual([
      'data-2026-11-20T12-30-00-000Z.sqlite',
      'data-2026-11-20T12-30-00-000Z.sqlite-wal',
      'pages.sqlite',
    ]);
  });

  it('says that there is none', async () => {
    expect(await moveDataAside(tempFolder(), at)).toBeUndefined();
  });
});
