import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPageStore } from '@cuepoint/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliSandbox, cliSandbox } from './run-cli.js';

const DAY = 24 * 3_600_000;
const OLD = Date.UTC(2026, 0, 2, 3, 4, 5);

describe('cuepoint store', () => {
  let cli: CliSandbox;
  let folder: string;
  beforeEach(async () => {
    cli = await cliSandbox();
    folder = join(cli.folder, 'cache');
  });
  afterEach(() => cli[Symbol.asyncDispose]());

  /** A page of January, and two that are fresh. */
  async function fill(): Promise<void> {
    using pages = await openPageStore({ folder });
    const page = { class: 'ok', status: 200, answeredUrl: 'https://store.example/', fetchedBy: 'sync' } as const;
    pages.put({ ...page, kind: 'search', url: 'https://store.example/1', body: 'one', fetchedAt: OLD });
    pages.put({
      ...page,
      kind: 'search',
      url: 'https://store.example/2',
      body: 'two',
      fetchedAt: Date.now() - 6 * DAY,
    });
    pages.put({ ...page, kind: 'track', url: 'https://store.example/3', body: 'three' });
  }

  async function urls(): Promise<readonly string[]> {
    using pages = await openPageStore({ folder });
    return ['1', '2', '3'].filter((name) =>
      pages.get(`https://store.example/${name}`, { maxAgeMs: Number.POSITIVE_INFINITY }),
    );
  }

  it('says that nothing is stored, and makes no file', async () => {
    const path = join(folder, 'pages.sqlite');
    expect(await cli.run(['store', 'stats'])).toEqual({
      code: 0,
      stdout: `No pages are stored in ${path}.\n`,
      stderr: '',
    });
    expect((await cli.run(['store', 'prune'])).stderr).toBe('0 pages dropped; 0 pages left (0 bytes).\n');
    expect((await cli.run(['store', 'clear', '--yes'])).stderr).toBe('0 pages dropped.\n');
    expect(JSON.parse((await cli.run(['store', 'stats', '--json'])).stdout)).toMatchObject({ pages: 0, oldest: null });
    expect(existsSync(folder)).toBe(false);
  });

  it('says what is stored, by kind', async () => {
    await fill();
    const { code, stdout } = await cli.run(['store', 'stats']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^3 pages \(\d+ kB\) in .+pages\.sqlite$/m);
    expect(stdout).toMatch(/^ {2}search pages +2 {2}\d+ bytes$/m);
    expect(stdout).toMatch(/^ {2}track pages +1 {2}\d+ bytes$/m);
    expect(stdout).toMatch(/^ {2}API answers +0 {2}0 bytes$/m);
    expect(stdout).toContain('oldest 2026-01-02 03:04, newest ');
    const json = JSON.parse((await cli.run(['store', 'stats', '--json'])).stdout);
    expect(json).toMatchObject({
      path: join(folder, 'pages.sqlite'),
      pages: 3,
      oldest: '2026-01-02T03:04:05.000Z',
      kinds: { search: { pages: 2 }, track: { pages: 1 }, api: { pages: 0, bytes: 0 } },
    });
    expect(json.bytes).toBe(json.kinds.search.bytes + json.kinds.track.bytes);
    expect(Object.keys(json)).toEqual(['path', 'pages', 'bytes', 'file_bytes', 'oldest', 'newest', 'kinds']);
  });

  it('prunes what is stale', async () => {
    await fill();
    const { code, stdout, stderr } = await cli.run(['store', 'prune']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^1 page dropped; 2 pages left \(\d+ kB\)\.\n$/);
    expect(await urls()).toEqual(['2', '3']);
  });

  it('clears when told so, and not when there is nobody to ask', async () => {
    await fill();
    const asked = await cli.run(['store', 'clear'], {}, undefined, 'y\n');
    expect(asked.code).toBe(2);
    expect(asked.stderr).toContain('Add --yes to do it all the same.');
    expect(await urls()).toHaveLength(3);
    expect(await cli.run(['store', 'clear', '--yes'])).toEqual({ code: 0, stdout: '', stderr: '3 pages dropped.\n' });
    expect(await urls()).toEqual([]);
  });

  it('touches nothing but pages', async () => {
    await fill();
    await writeFile(cli.configFile, '{ "timeout": 3 }');
    await mkdir(join(cli.folder, 'data'));
    await writeFile(join(cli.folder, 'data', 'data.sqlite'), 'a user’s work');
    await writeFile(join(folder, 'mine.txt'), 'mine');
    await cli.run(['store', 'clear', '--yes']);
    expect(await readFile(cli.configFile, 'utf8')).toBe('{ "timeout": 3 }');
    expect(await readFile(join(cli.folder, 'data', 'data.sqlite'), 'utf8')).toBe('a user’s work');
    expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
  });

  it('clears a file that is no database; the others say what is wrong with it', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'pages.sqlite'), 'x'.repeat(5_000));
    const stats = await cli.run(['store', 'stats']);
    expect([stats.code, stats.stdout]).toEqual([1, '']);
    expect(stats.stderr).toContain('is damaged');
    expect(stats.stderr).toContain('cuepoint store clear');
    const { code, stderr } = await cli.run(['store', 'clear', '--yes']);
    expect([code, stderr]).toEqual([
      0,
      'The file of pages could not be read, and was deleted; the next run makes a new one.\n',
    ]);
    expect(existsSync(join(folder, 'pages.sqlite'))).toBe(false);
  });

  it.each([
    [['store'], 'What about the store?'],
    [['store', 'clean'], 'store has no "clean". Did you mean "clear"?'],
    [['store', 'stats', 'all'], '"all" is one word too many.'],
    [['store', 'prune', '--yes'], '--yes goes with store clear; store prune does not ask.'],
    [['store', 'clear', '--json'], '--json goes with store stats, not with store clear.'],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await cli.run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error: ${message}\n`);
  });
});
