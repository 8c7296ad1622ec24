import { CuePointError } from '@cuepoint/core';

/**
 * Everything that can go wrong with a store.
 *
 * - `STORE_NEWER`: the file was written by a newer version of CuePoint. Nothing was touched.
 * - `STORE_DAMAGED`: the file is not a database, or parts of it are broken. Nothing was deleted.
 * - `STORE_LOCKED`: another run is using the data folder.
 * - `STORE_BUSY`: another program kept the file for longer than `STORE_DEFAULTS.busyTimeoutMs`.
 * - `STORE_UNUSABLE`: it cannot be opened, read or written: permissions, a full disk, a path that is no folder.
 * - `STORE_NO_DRIVER`: this Node.js has no SQLite, and the package `libsql` is not there for this platform.
 * - `STORE_CLOSED`: used after `close()`; a defect of the caller.
 * - `STORE_REFUSED`: a page that is no answer was to be kept; a defect of the caller.
 */
export type StoreErrorCode =
  | 'STORE_NEWER'
  | 'STORE_DAMAGED'
  | 'STORE_LOCKED'
  | 'STORE_BUSY'
  | 'STORE_UNUSABLE'
  | 'STORE_NO_DRIVER'
  | 'STORE_CLOSED'
  | 'STORE_REFUSED';

/** A store that cannot do what was asked of it. */
export class StoreError extends CuePointError<StoreErrorCode> {
  override readonly name = 'StoreError';
  /** The file or folder it is about; absent when it is about none. */
  readonly path: string | undefined;

  /**
   * @param code Which way it failed.
   * @param message What happened, path included.
   * @param options `path`: the file or folder it is about.
   */
  constructor(
    code: StoreErrorCode,
    message: string,
    options: { readonly path?: string; readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    super(code, message, options);
    this.path = options.path;
  }
}
