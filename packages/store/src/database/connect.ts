import type { Database, Row, SqlValue, Statement } from './database.js';
import type { Driver, RawDatabase, RawStatement } from './driver.js';

/** Something a driver threw, with SQLite's result code where it has one. */
export interface Fault {
  /** The primary result code: 11 is `SQLITE_CORRUPT`. */
  readonly code: number | 'closed' | undefined;
  readonly cause: unknown;
}

/**
 * Opens a file and makes all drivers alike: plain rows, one way to bind values, one kind of error.
 *
 * @param explain The error to throw for a fault.
 */
export function connect(driver: Driver, path: string, explain: (fault: Fault) => unknown): Database {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      const code = driver.resultCode(cause);
      // The upper bits say more of the same: 1555 is a broken primary key, a kind of 19.
      throw explain({ code: code === undefined ? undefined : code & 0xff, cause });
    }
  };
  const raw = attempt(() => driver.open(path));
  return new Connection(driver, raw, attempt, () => {
    throw explain({ code: 'closed', cause: undefined });
  });
}

type Attempt = <T>(work: () => T) => T;

class Connection implements Database {
  readonly driver: Database['driver'];
  readonly #attempt: Attempt;
  readonly #refuse: () => never;
  readonly #statements = new Set<PreparedStatement>();
  #raw: RawDatabase | undefined;

  constructor(driver: Driver, raw: RawDatabase, attempt: Attempt, refuse: () => never) {
    this.driver = driver.name;
    this.#raw = raw;
    this.#attempt = attempt;
    this.#refuse = refuse;
  }

  exec(sql: string): void {
    const raw = this.#raw ?? this.#refuse();
    this.#attempt(() => raw.exec(sql));
  }

  prepare(sql: string): Statement {
    const raw = this.#raw ?? this.#refuse();
    const statement = new PreparedStatement(
      this.#attempt(() => raw.prepare(sql)),
      this.#attempt,
      this.#refuse,
    );
    this.#statements.add(statement);
    return statement;
  }

  transaction<T>(work: () => T): T {
    // At once a writer: one that reads first and writes later may find that another has written in between.
    this.exec('BEGIN IMMEDIATE');
    let result: T;
    try {
      result = work();
      this.exec('COMMIT');
    } catch (error) {
      this.#rollBack();
      throw error;
    }
    return result;
  }

  close(): void {
    const raw = this.#raw;
    this.#raw = undefined;
    for (const statement of this.#statements) statement.letGo();
    this.#statements.clear();
    if (raw !== undefined) this.#attempt(() => raw.close());
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #rollBack(): void {
    try {
      this.#raw?.exec('ROLLBACK');
    } catch {
      // After a full disk or a failed read SQLite has already rolled back; the first error is the one to tell.
    }
  }
}

class PreparedStatement implements Statement {
  readonly #attempt: Attempt;
  readonly #refuse: () => never;
  #raw: RawStatement | undefined;

  constructor(raw: RawStatement, attempt: Attempt, refuse: () => never) {
    this.#raw = raw;
    this.#attempt = attempt;
    this.#refuse = refuse;
  }

  run(...values: readonly SqlValue[]): number {
    const raw = this.#raw ?? this.#refuse();
    return this.#attempt(() => Number(raw.run(values).changes));
  }

  get(...values: readonly SqlValue[]): Row | undefined {
    const raw = this.#raw ?? this.#refuse();
    const row = this.#attempt(() => raw.get(values));
    return row === undefined ? undefined : toRow(row);
  }

  all(...values: readonly SqlValue[]): readonly Row[] {
    const raw = this.#raw ?? this.#refuse();
    return this.#attempt(() => raw.all(values)).map(toRow);
  }

  /** One driver keeps a file open for as long as any statement on it can be reached. */
  letGo(): void {
    this.#raw = undefined;
  }
}

/** One driver makes objects without a prototype, another adds a column of its own. */
function toRow(raw: unknown): Row {
  if (typeof raw !== 'object' || raw === null) throw new TypeError('A driver gave a row that is no object.');
  const row: Record<string, SqlValue> = {};
  for (const [column, value] of Object.entries(raw)) if (column !== '_metadata') row[column] = toValue(value);
  return row;
}

function toValue(value: unknown): SqlValue {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  // Of one driver a Buffer from `get` and an ArrayBuffer from `all`.
  if (value instanceof Uint8Array) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  throw new TypeError(`A driver gave a value of type ${typeof value}.`);
}
