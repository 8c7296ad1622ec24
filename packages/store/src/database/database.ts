/**
 * The port to SQLite. Everything is synchronous: SQLite works within the process, and a query takes microseconds.
 *
 * @module
 */

/**
 * What a column can hold. Whole numbers up to 2^53. Text ends at its first NUL character (two drivers cut it off
 * there), so what may hold one goes into a blob.
 */
export type SqlValue = null | number | string | Uint8Array;

/** One row, by the names of its columns; a plain object of its own. */
export type Row = Readonly<Record<string, SqlValue>>;

/** Which library does the work. */
export type DriverName = 'node:sqlite' | 'libsql';

/** A prepared statement. Values are bound to its `?` in their order; give exactly as many as there are. */
export interface Statement {
  /** @returns How many rows it changed. */
  run(...values: readonly SqlValue[]): number;
  /** @returns The first row, or undefined where there is none. */
  get(...values: readonly SqlValue[]): Row | undefined;
  /** @returns Every row, in the order of the query. */
  all(...values: readonly SqlValue[]): readonly Row[];
}

/**
 * One connection to one file.
 *
 * Its methods throw a `StoreError`, `STORE_DAMAGED`, `STORE_BUSY`, `STORE_UNUSABLE` or `STORE_CLOSED`, and whatever the
 * driver throws for SQL that is wrong or breaks a constraint.
 */
export interface Database extends Disposable {
  readonly driver: DriverName;
  /** Runs one or several statements without values. */
  exec(sql: string): void;
  /** Prepares one statement. Keep it and use it again: it lives as long as its connection. */
  prepare(sql: string): Statement;
  /**
   * Runs `work` as one write transaction, which is undone when it throws. Others wait for it, so it must be short; it
   * cannot hold another transaction.
   */
  transaction<T>(work: () => T): T;
  /** Gives the file free. A second call does nothing. */
  close(): void;
}
