import type { DriverName } from './database.js';

/** A library that can open SQLite files. */
export interface Driver {
  readonly name: DriverName;
  /** Opens or creates a file; `:memory:` is a database that is gone when it is closed. Throws what the library throws. */
  open(path: string): RawDatabase;
  /** SQLite's own result code of anything this driver threw; undefined where it is none of SQLite's. */
  resultCode(error: unknown): number | undefined;
}

/** What a driver gives, in the shape of its library; `connect` makes a `Database` of it. */
export interface RawDatabase {
  exec(sql: string): void;
  prepare(sql: string): RawStatement;
  close(): void;
}

/** A prepared statement of a driver. Rows are as its library makes them. */
export interface RawStatement {
  run(values: readonly unknown[]): { readonly changes: unknown };
  get(values: readonly unknown[]): unknown;
  all(values: readonly unknown[]): readonly unknown[];
}
