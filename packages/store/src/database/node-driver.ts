import { errorCode } from '@cuepoint/core';
import { z } from 'zod';
import type { Driver } from './driver.js';

/** SQLite as Node.js has it built in: from 22.13 on. Undefined where it has not. */
export function loadNodeSqlite(): Driver | undefined {
  const found = sqliteModule.safeParse(withoutItsWarning(() => process.getBuiltinModule('node:sqlite')));
  if (!found.success) return undefined;
  const { DatabaseSync } = found.data;
  return {
    name: 'node:sqlite',
    open: (path) => {
      const database = new DatabaseSync(path);
      return {
        exec: (sql) => database.exec(sql),
        prepare: (sql) => {
          const statement = database.prepare(sql);
          return {
            run: (values) => statement.run(...values),
            get: (values) => statement.get(...values),
            all: (values) => statement.all(...values),
          };
        },
        close: () => database.close(),
      };
    },
    resultCode: (error) =>
      errorCode(error) === 'ERR_SQLITE_ERROR' ? codeShape.safeParse(error).data?.errcode : undefined,
  };
}

/** The part of the module that is used. The oldest Node.js that CuePoint runs on has no such module, nor its types. */
interface DatabaseSync {
  exec(sql: string): void;
  prepare(sql: string): {
    run(...values: readonly unknown[]): { readonly changes: unknown };
    get(...values: readonly unknown[]): unknown;
    all(...values: readonly unknown[]): readonly unknown[];
  };
  close(): void;
}

const sqliteModule = z.object({
  DatabaseSync: z.custom<new (path: string) => DatabaseSync>((value) => typeof value === 'function'),
});

const codeShape = z.object({ errcode: z.number() });

/**
 * Node.js warns on stderr that its SQLite is experimental, in the middle of a user's progress display. Nothing else can
 * be warned of meanwhile: loading a built-in module is one synchronous step.
 */
function withoutItsWarning<T>(load: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
