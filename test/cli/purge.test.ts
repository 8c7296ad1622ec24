import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { acquireRunLock, openDataStore, openPageStore } from '@cuepoint/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliSandbox, cliSandbox } from './run-cli.js';

describe('cuepoint purge', () => {
  let cli: CliSandbox;
  beforeEach(async () => {
    cli = await cliSandbox();
  });
  afterEach(() => cli[Symbol.asyncDispose]());

  const inside = (...path: readonly string[]): string => join(cli.folder, ...path);

  /** One file of every kind. */
  async function use(): Promise<void> {
    await cli.run(['config', 'set', 'max_rate', '2']);
    await cli.run(['login'], {}, undefined, 'stand-in-secret-a8f31c\n');
    (await openDataStore({ folder: inside('data') })).close();
    (await openPageStore({ folder: inside('cache') })).close();
  }

  it('removes everything, says what, and leaves results and library', async () => {
    await use();
    await mkdir(inside('cuepoint-out'));
    const { code, stdout, stderr } = await cli.run(['purge', '--yes']);
    expect([code, stdout]).toEqual([0, '']);
    for (const path of [
      cli.configFile,
      inside('config', 'token.json'),
      inside('data', 'data.sqlite'),
      inside('cache', 'pages.sqlite'),
    ]) {
      expect(stderr).toContain(`  ${path}  `);
    }
    expect(stderr).toMatch(/\n\d+ files removed\.\n$/);
    expect(stderr).not.toContain('stand-in-secret');
    expect((await readdir(cli.folder)).toSorted()).toEqual(['collection.xml', 'cuepoint-out']);
    expect(await cli.run(['purge', '--yes'])).toEqual({ code: 0, stdout: '', stderr: 'There is nothing to remove.\n' });
  });

  it('removes nothing when there is nobody to ask, but shows what it would', async () => {
    await use();
    const { code, stderr } = await cli.run(['purge'], {}, undefined, 'yes\n');
    expect(code).toBe(2);
    expect(stderr).toContain(`  ${cli.configFile}  `);
    expect(stderr).toContain('Add --yes to do it all the same.');
    expect(
      ['config/config.json', 'config/token.json', 'cache/pages.sqlite'].map((path) => existsSync(inside(path))),
    ).toEqual([true, true, true]);
  });

  it('leaves what is not CuePoint’s own, and its folder', async () => {
    await use();
    await writeFile(inside('config', 'notes.txt'), 'mine');
    await writeFile(inside('data', 'data.sqlite.bak'), 'mine');
    expect((await cli.run(['purge', '--yes'])).code).toBe(0);
    expect(await readdir(inside('config'))).toEqual(['notes.txt']);
    expect(await readdir(inside('data'))).toEqual(['data.sqlite.bak']);
    expect(existsSync(inside('cache'))).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('removes a link, and not the file it leads to', async () => {
    await writeFile(inside('dotfiles.json'), '{ "timeout": 3 }');
    await symlink(inside('dotfiles.json'), cli.configFile);
    expect((await cli.run(['purge', '--yes'])).code).toBe(0);
    expect(existsSync(cli.configFile)).toBe(false);
    expect(await readFile(inside('dotfiles.json'), 'utf8')).toBe('{ "timeout": 3 }');
  });

  it('refuses while a run is under way', async () => {
    await use();
    using _run = await acquireRunLock(inside('data'));
    const { code, stdout, stderr } = await cli.run(['purge', '--yes']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`Another run (process ${process.pid}, since `);
    expect(existsSync(cli.configFile)).toBe(true);
    expect(existsSync(inside('cache', 'pages.sqlite'))).toBe(true);
  });
});
