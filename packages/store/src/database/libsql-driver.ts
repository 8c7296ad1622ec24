import { z } from 'zod';
import type { Driver, RawDatabase } from './driver.js';

/** The package `libsql`, for a Node.js without SQLite. Undefined where its binary for this platform is missing. */
export async function loadLibsql(): Promise<Driver | undefined> {
  const libsql = await import('libsql').catch(() => undefined);
  if (libsql === undefined) return undefined;
  const Libsql = libsql.default;
  return {
    name: 'libsql',
    open: (path) => open(new Libsql(path)),
    resultCode: (error) => codeShape.safeParse(error).data?.rawCode ?? codeOfFailedOpening(error),
  };
}

/** The part of the library that is used. */
interface LibsqlDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(values: readonly unknown[]): { readonly changes: unknown };
    get(values: readonly unknown[]): unknown;
    all(values: readonly unknown[]): readonly unknown[];
  };
  close(): unknown;
}

// Values go in as one array: spread out, a single blob would be taken for an object of named values.
function open(database: LibsqlDatabase): RawDatabase {
  return {
    exec: (sql) => {
      database.exec(sql);
    },
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        run: (values) => statement.run(values),
        get: (values) => statement.get(values),
        all: (values) => statement.all(values),
      };
    },
    close: () => {
      // The connection lives on until its statements are collected, and with it a log of any length beside the file.
      try {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // A broken file, or another process reads it: whoever opens it next does this.
      }
      database.close();
    },
  };
}

const codeShape = z.object({ rawCode: z.number() });
const openingShape = z.object({ message: z.string() });

/** A file that cannot be opened is told in words alone: `… local database /x/y.sqlite: 14")`. */
function codeOfFailedOpening(error: unknown): number | undefined {
  const code = /^ConnectionFailed\(.*: (\d+)"\)$/s.exec(openingShape.safeParse(error).data?.message ?? '')?.[1];
  return code === undefined ? undefined : Number(code);
}
