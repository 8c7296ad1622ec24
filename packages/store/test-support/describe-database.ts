import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../src/database/connect.js';
import type { Database, SqlValue } from '../src/database/database.js';
import type { Driver } from '../src/database/driver.js';
import { explainFault } from '../src/files/explain-fault.js';
import { IN_MEMORY } from '../src/files/store-file.js';
import { tempFolder } from './temp-folder.js';

/** Registers one test for each promise of the `Database` port. Every driver is held to it. */
export function describeDatabase(driver: Driver): void {
  const open = (path: string = IN_MEMORY): Database => {
    const database = connect(driver, path, (fault) => explainFault({ role: 'pages', path }, fault));
    onTestFinished(() => database.close());
    return database;
  };
  const withTable = (path?: string): Database => {
    const database = open(path);
    database.exec('PRAGMA busy_timeout = 0; CREATE TABLE t (i INTEGER PRIMARY KEY, x TEXT, r REAL, b BLOB) STRICT');
    return database;
  };

  describe(`the driver ${driver.name}`, () => {
    it('says which it is', () => {
      expect(open().driver).toBe(driver.name);
    });

    it.each<[string, SqlValue]>([
      ['text', 'Ødegaard – ディープ 😀'],
      ['an empty text', ''],
      ['nothing', null],
      ['zero', 0],
      ['a large whole number', 2 ** 53 - 1],
      ['a moment', 1_795_000_000_000],
      ['a fraction', -0.1],
      ['bytes', Uint8Array.of(0, 255, 1)],
      ['no bytes', new Uint8Array(0)],
      ['bytes out of a larger buffer', Uint8Array.of(1, 2, 3, 4).subarray(1, 3)],
    ])('gives back %s', (_, value) => {
      const statement = open().prepare('SELECT ? AS value, 1 AS more');
      expect(statement.get(value)).toStrictEqual({ value, more: 1 });
      expect(statement.all(value)).toStrictEqual([{ value, more: 1 }]);
    });

    it('gives back any text and any bytes', () => {
      const database = withTable();
      const put = database.prepare('INSERT INTO t (x, r, b) VALUES (?, ?, ?) RETURNING i');
      const find = database.prepare('SELECT x, r, b FROM t WHERE i = ?');
      const texts = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
      const numbers = fc.double({ noNaN: true }).map((number) => number || 0);
      fc.assert(
        fc.property(texts, numbers, fc.uint8Array(), (x, r, b) => {
          const row = put.get(x, r, b);
          expect(find.get(row?.i ?? null)).toStrictEqual({ x, r, b });
        }),
      );
    });

    it('gives rows in order, and none where there are none', () => {
      const database = withTable();
      database.exec(`INSERT INTO t (x) VALUES ('a'), ('b')`);
      expect(database.prepare('SELECT i, x FROM t ORDER BY i').all()).toStrictEqual([
        { i: 1, x: 'a' },
        { i: 2, x: 'b' },
      ]);
      expect(database.prepare('SELECT i FROM t WHERE i > ?').all(2)).toStrictEqual([]);
      expect(database.prepare('SELECT i FROM t WHERE i > ?').get(2)).toBeUndefined();
    });

    it('counts the rows it changed', () => {
      const database = withTable();
      expect(database.prepare(`INSERT INTO t (x) VALUES ('a'), ('b'), ('c')`).run()).toBe(3);
      expect(database.prepare('UPDATE t SET x = ? WHERE i < ?').run('d', 3)).toBe(2);
      expect(database.prepare('DELETE FROM t WHERE i = ?').run(9)).toBe(0);
    });

    it('keeps what a transaction did, and gives its result', () => {
      const database = withTable();
      const result = database.transaction(() => database.prepare('INSERT INTO t (x) VALUES (?)').run('a'));
      expect(result).toBe(1);
      expect(database.prepare('SELECT x FROM t').all()).toEqual([{ x: 'a' }]);
    });

    it('undoes a transaction that throws, and takes the next one', () => {
      const database = withTable();
      const put = database.prepare('INSERT INTO t (x) VALUES (?)');
      const broken = () =>
        database.transaction(() => {
          put.run('a');
          throw new Error('changed my mind');
        });
      expect(broken).toThrow('changed my mind');
      database.transaction(() => put.run('b'));
      expect(database.prepare('SELECT x FROM t').all()).toEqual([{ x: 'b' }]);
    });

    it('shows others what was written, and lets one write at a time', () => {
      const path = join(tempFolder(), 'shared.sqlite');
      const [one, other] = [withTable(path), open(path)];
      other.exec('PRAGMA busy_timeout = 0');
      one.transaction(() => {
        one.exec(`INSERT INTO t (x) VALUES ('a')`);
        expect(() => other.transaction(() => {})).toThrow(expect.objectContaining({ code: 'STORE_BUSY' }));
      });
      expect(other.prepare('SELECT x FROM t').all()).toEqual([{ x: 'a' }]);
    });

    it.each([
      ['SQL that is wrong', 'SELEC 1'],
      ['a table that is not there', 'SELECT * FROM nowhere'],
      ['a broken rule', 'INSERT INTO t (i) VALUES (1), (1)'],
    ])('throws for %s, and not as a fault of the file', (_, sql) => {
      const database = withTable();
      expect(() => database.exec(sql)).toThrow(expect.not.objectContaining({ name: 'StoreError' }));
      expect(() => database.prepare(sql).run()).toThrow(expect.not.objectContaining({ name: 'StoreError' }));
    });

    it.each([
      ['no database', (whole: Buffer) => Buffer.from('garbage '.repeat(whole.length / 8))],
      ['too short', () => Buffer.from('abc')],
      ['overwritten in parts', (whole: Buffer) => Buffer.from(whole).fill(0xff, 8192)],
      ['cut off', (whole: Buffer) => whole.subarray(0, 20_480)],
    ])('says that a file is damaged which is %s', (_, spoil) => {
      const folder = tempFolder();
      const whole = fileWithRows(open, join(folder, 'whole.sqlite'));
      const path = join(folder, 'spoiled.sqlite');
      writeFileSync(path, spoil(whole));
      const database = open(path);
      const read = () => database.prepare('SELECT COUNT(x) AS n, SUM(LENGTH(b)) AS bytes FROM t').get();
      expect(read).toThrow(expect.objectContaining({ code: 'STORE_DAMAGED', path }));
    });

    it('says that a file cannot be opened', () => {
      const path = join(tempFolder(), 'nowhere', 'x.sqlite');
      expect(() => open(path)).toThrow(expect.objectContaining({ code: 'STORE_UNUSABLE', path }));
    });

    it('refuses to work when it is closed', () => {
      const database = withTable();
      const statement = database.prepare('SELECT 1');
      database.close();
      database.close();
      const closed = expect.objectContaining({ code: 'STORE_CLOSED' });
      expect(() => statement.get()).toThrow(closed);
      expect(() => statement.all()).toThrow(closed);
      expect(() => statement.run()).toThrow(closed);
      expect(() => database.prepare('SELECT 1')).toThrow(closed);
      expect(() => database.exec('SELECT 1')).toThrow(closed);
      expect(() => database.transaction(() => {})).toThrow(closed);
    });
  });
}

/** The bytes of a file of many pages. */
function fileWithRows(open: (path: string) => Database, path: string): Buffer {
  const database = open(path);
  database.exec(`
    CREATE TABLE t (i INTEGER PRIMARY KEY, x TEXT, b BLOB);
    INSERT INTO t (x, b) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
      SELECT 'row ' || i, zeroblob(3000) FROM n;
  `);
  database.close();
  return readFileSync(path);
}
