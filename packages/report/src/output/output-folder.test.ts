import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outputError } from './output-error.js';
import { openOutputFolder } from './output-folder.js';

let base: string;
let folder: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'cuepoint-output-'));
  folder = join(base, 'out');
});
afterEach(() => rm(base, { recursive: true, force: true }));

/** Writes one file the way a run does. */
async function write(text: string, name = 'results.csv') {
  const output = await openOutputFolder(folder);
  const file = await output.begin(name);
  await file.append(text);
  return output.commit([file]);
}

const read = (name: string) => readFile(join(folder, name), 'utf8');
const put = (name: string, text: string) => writeFile(join(folder, name), text);
const visible = async () => (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();

describe('a file CuePoint wrote', () => {
  it('is made with its folder, and replaced by a rerun', async () => {
    expect(await write('one')).toEqual({ files: [join(folder, 'results.csv')], warnings: [] });
    expect(await write('two')).toEqual({ files: [join(folder, 'results.csv')], warnings: [] });
    expect(await read('results.csv')).toBe('two');
    expect((await readdir(folder)).sort()).toEqual(['.cuepoint-output.json', 'results.csv']);
  });

  it('is kept under a number when the user has changed it', async () => {
    await write('one');
    await put('results.csv', 'edited');
    await write('two');
    await put('results.csv', 'edited again');
    const { warnings } = await write('three');
    expect(warnings).toEqual([
      `${join(folder, 'results.csv')} had been changed since CuePoint wrote it; ` +
        `that version was kept as ${join(folder, 'results.kept-2.csv')}.`,
    ]);
    expect(await visible()).toEqual(['results.csv', 'results.kept-1.csv', 'results.kept-2.csv']);
    expect(await read('results.kept-1.csv')).toBe('edited');
    expect(await read('results.kept-2.csv')).toBe('edited again');
    expect(await read('results.csv')).toBe('three');
  });

  it('is known as ours when a run was killed between the marker and the file', async () => {
    await write('one');
    await write('two');
    await put('results.csv', 'one');
    expect((await write('three')).warnings).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'is written under a number when its place cannot be had (needs links, here one that leads nowhere)',
    async () => {
      await write('one');
      await rm(join(folder, 'results.csv'));
      await symlink(join(folder, 'nowhere'), join(folder, 'results.csv'));
      const { files, warnings } = await write('two');
      expect(files).toEqual([join(folder, 'results.new-1.csv')]);
      expect(warnings).toEqual([expect.stringContaining('results.new-1.csv')]);
      expect(await read('results.new-1.csv')).toBe('two');
    },
  );

  it('may have been deleted', async () => {
    await write('one');
    await rm(join(folder, 'results.csv'));
    expect((await write('two')).warnings).toEqual([]);
    expect(await read('results.csv')).toBe('two');
  });

  it('stays known while another is written', async () => {
    await write('one');
    await write('{}', 'results.json');
    expect((await write('two')).warnings).toEqual([]);
  });
});

describe('what CuePoint did not write', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a file', () => put('results.csv', 'mine')],
    ['a folder', () => mkdir(join(folder, 'results.csv'))],
    ['a file beside a marker of nothing', () => put('.cuepoint-output.json', '{}').then(() => put('results.csv', ''))],
    ['a file beside a broken marker', () => put('.cuepoint-output.json', '{"v').then(() => put('results.csv', ''))],
  ])('is an error with a way out: %s', async (_, prepare) => {
    await mkdir(folder);
    await prepare();
    const before = await readdir(folder);
    const output = await openOutputFolder(folder);
    await expect(output.begin('results.csv')).rejects.toMatchObject({
      code: 'OUTPUT_IN_THE_WAY',
      path: join(folder, 'results.csv'),
      hint: 'Move it away, or choose another output folder.',
    });
    expect(await readdir(folder)).toEqual(before);
  });

  it('is of no concern under any other name', async () => {
    await mkdir(folder);
    await put('song.mp3', 'mine');
    await write('one');
    expect(await visible()).toEqual(['results.csv', 'song.mp3']);
    expect(await read('song.mp3')).toBe('mine');
  });
});

describe('a folder that cannot be used', () => {
  it('is a file', async () => {
    await writeFile(folder, 'mine');
    await expect(openOutputFolder(folder)).rejects.toMatchObject({ code: 'OUTPUT_NOT_A_FOLDER', path: folder });
    expect(await readFile(folder, 'utf8')).toBe('mine');
  });

  it('lies within a file', async () => {
    await writeFile(folder, 'mine');
    await expect(openOutputFolder(join(folder, 'sub'))).rejects.toMatchObject({ code: 'OUTPUT_NOT_A_FOLDER' });
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'may not be written to (needs a user whom permissions bind)',
    async () => {
      await mkdir(folder);
      await chmod(folder, 0o500);
      const output = await openOutputFolder(folder);
      await expect(output.begin('results.csv')).rejects.toMatchObject({ code: 'OUTPUT_NO_PERMISSION' });
    },
  );

  it.each([
    ['EACCES', 'OUTPUT_NO_PERMISSION'],
    ['EROFS', 'OUTPUT_NO_PERMISSION'],
    ['ENOTDIR', 'OUTPUT_NOT_A_FOLDER'],
    ['ENOSPC', 'OUTPUT_NOT_WRITTEN'],
  ])('is told by the code %s as %s', (systemCode, code) => {
    const cause = Object.assign(new Error('as the system has it'), { code: systemCode });
    expect(outputError('/out', cause)).toMatchObject({ code, path: '/out', cause });
  });
});

describe('temporary files', () => {
  const temporary = (pid: number) => `.cuepoint-${pid}-${randomUUID()}.tmp`;
  const longAgo = new Date('2020-01-01');

  /** The number of a process that has come and gone. */
  const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

  it('of killed runs are cleared away', async () => {
    await mkdir(folder);
    const reusedNumber = temporary(process.pid);
    await put(temporary(deadPid()), 'half');
    await put(reusedNumber, 'half');
    await utimes(join(folder, reusedNumber), longAgo, longAgo);
    await openOutputFolder(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  it('of living runs, and files that only look alike, stay', async () => {
    await mkdir(folder);
    const names = [temporary(process.ppid), temporary(process.pid), '.cuepoint-x.tmp', 'cuepoint-1.tmp'];
    for (const name of names) await put(name, 'half');
    await openOutputFolder(folder);
    expect((await readdir(folder)).sort()).toEqual(names.toSorted());
  });

  it('go when their file is discarded, and only then', async () => {
    const output = await openOutputFolder(folder);
    const file = await output.begin('results.csv');
    await file.append('half');
    expect(await readdir(folder)).toHaveLength(1);
    await file.discard();
    expect(await readdir(folder)).toEqual([]);
  });

  it('are no longer there to discard after a commit', async () => {
    const output = await openOutputFolder(folder);
    const file = await output.begin('results.csv');
    await output.commit([file]);
    await file.discard();
    expect(await visible()).toEqual(['results.csv']);
  });
});
