import { join } from 'node:path';

/** In place of a folder: nothing is written to disk, and all is gone at the end. */
export const IN_MEMORY = ':memory:';

/** What a file is for, which decides what a user may do with it when it is broken. */
export type StoreRole = 'pages' | 'data' | 'lock';

/** One of our files. */
export interface StoreFile {
  readonly role: StoreRole;
  /** Absolute or relative path, or `IN_MEMORY`. */
  readonly path: string;
}

const NAMES: Readonly<Record<StoreRole, string>> = { pages: 'pages.sqlite', data: 'data.sqlite', lock: 'run.lock' };

/** Where the file of a role lies in its folder. */
export function storeFile(role: StoreRole, folder: string): StoreFile {
  return { role, path: folder === IN_MEMORY ? IN_MEMORY : join(folder, NAMES[role]) };
}

/** The file, and those that SQLite keeps beside it; what was written last may stand only there. */
export function withItsLogs(path: string): readonly string[] {
  return [path, `${path}-wal`, `${path}-shm`];
}

/** What a store puts into a folder: its file, what SQLite keeps beside it, and a file of data that was moved aside. */
const FILE_NAMES: Readonly<Record<StoreRole, RegExp>> = {
  pages: /^pages\.sqlite(-wal|-shm|-journal)?$/,
  data: /^data(-\d{4}-\d\d-\d\dT[\d-]+Z)?\.sqlite(-wal|-shm|-journal)?$/,
  lock: /^run\.lock(-wal|-shm|-journal|\.json)?$/,
};

/** Which store wrote a file of this name; undefined for a file that is not ours, which nobody here may touch. */
export function roleOfFile(name: string): StoreRole | undefined {
  return ROLES.find((role) => FILE_NAMES[role].test(name));
}

const ROLES = ['pages', 'data', 'lock'] as const satisfies readonly StoreRole[];
