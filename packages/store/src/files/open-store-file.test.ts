import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../test-support/temp-folder.js';
import { availableDrivers } from '../database/available-drivers.js';
import type { Database } from '../database/database.js';
import type { Driver } from '../database/driver.js';
import { type OpenOptions, openStoreFile } from './open-store-file.js';
import { type StoreFile, storeFile } from './store-file.js';

const FIRST = 'CREATE TABLE a (x TEXT) STRICT';
const SECOND = 'CREATE TABLE b (y TEXT) STRICT; INSERT INTO b (y) SELECT x FROM a';

async function open(file: StoreFile, migrations: readonly string[], options: OpenOptions): Promise<Database> {
  const database = await openStoreFile(file, migrations, options);
  onTestFinished(() => database.close());
  return database;
}

describe.each(await availableDrivers())('openStoreFile with $name', (driver: Driver) => {
  it('makes the folder and the file, with a log and a wait for others', async () => {
    const folder = join(tempFolder(), 'one', 'two');
    const database = await open(storeFile('pages', folder), [FIRST], { driver });
    expect(existsSync(join(folder, 'pages.sqlite'))).toBe(true);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 1 });
    expect(database.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 5_000 });
    expect(database.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
    expect(database.prepare('PRAGMA auto_vacuum').get()).toEqual({ auto_vacuum: 2 });
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
  });

  it('takes an older file the remaining steps, with what is in it', async () => {
    const file = storeFile('data', tempFolder());
    const old = await open(file, [FIRST], { driver });
    old.exec(`INSERT INTO a (x) VALUES ('kept')`);
    old.close();
    const database = await open(file, [FIRST, SECOND], { driver });
    expect(database.prepare('SELECT y FROM b').all()).toEqual([{ y: 'kept' }]);
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 });
  });

  it('takes all steps or none', async () => {
    const file = storeFile('data', tempFolder());
    await expect(open(file, [FIRST, 'CREATE TABLE a (again TEXT)'], { driver })).rejects.toThrow('already exists');
    const database = await open(file, [FIRST], { driver });
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
  });

  it.each(['pages', 'data'] as const)('refuses %s of a newer program and leaves the file as it is', async (role) => {
    const file = storeFile(role, tempFolder());
    (await open(file, [FIRST, SECOND, SECOND.replaceAll(' b', ' c')], { driver })).close();
    const before = readFileSync(file.path);
    await expect(open(file, [FIRST], { driver })).rejects.toMatchObject({
      code: 'STORE_NEWER',
      path: file.path,
      message: `${file.path} was written by a newer version of CuePoint (format 3; this one knows up to 1).`,
      hint: expect.stringMatching(/^Update CuePoint, or /),
    });
    expect(readFileSync(file.path).equals(before)).toBe(true);
  });

  it.each([
    [
      'pages',
      'Delete it (cuepoint store clear does): it holds only copies of pages, which are fetched again when needed.',
    ],
    ['data', expect.stringMatching(/^It holds the results of a run that was cut short/)],
  ] as const)('says what to do about damaged %s, and deletes nothing', async (role, hint) => {
    const file = storeFile(role, tempFolder());
    writeFileSync(file.path, 'not a database, '.repeat(1_000));
    await expect(open(file, [FIRST], { driver })).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      path: file.path,
      hint,
    });
    expect(readFileSync(file.path, 'utf8')).toBe('not a database, '.repeat(1_000));
  });

  it('says that a folder is a file', async () => {
    const folder = join(tempFolder(), 'taken');
    writeFileSync(folder, '');
    await expect(open(storeFile('pages', folder), [FIRST], { driver })).rejects.toMatchObject({
      code: 'STORE_UNUSABLE',
      path: folder,
      hint: 'A file stands where the folder should be: move it away, or choose another folder.',
    });
  });

  it('says that a file is a folder', async () => {
    const file = storeFile('pages', tempFolder());
    mkdirSync(file.path);
    await expect(open(file, [FIRST], { driver })).rejects.toMatchObject({ code: 'STORE_UNUSABLE', path: file.path });
  });

  it('leaves nothing on disk in memory', async () => {
    const folder = tempFolder();
    const database = await open(storeFile('pages', ':memory:'), [FIRST], { driver });
    expect(database.prepare('SELECT COUNT(*) AS n FROM a').get()).toEqual({ n: 0 });
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(':memory:')).toBe(false);
  });
});
