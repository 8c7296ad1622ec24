import { CuePointError } from '@cuepoint/core';

/**
 * Everything that can go wrong with a metrics file.
 *
 * - `METRICS_IN_THE_WAY`: the file to write exists and is not a metrics document. Nothing was touched.
 * - `METRICS_NOT_WRITTEN`: the disk or the permissions would not have it.
 * - `METRICS_NOT_FOUND`: there is no such file.
 * - `METRICS_NOT_READ`: it exists and cannot be read: permissions, a folder, or over half a gigabyte.
 * - `METRICS_MALFORMED`: it is no JSON, or JSON of something else, or a field has the wrong type.
 * - `METRICS_VERSION`: it was written by a program with another version of the format.
 */
export type MetricsErrorCode =
  | 'METRICS_IN_THE_WAY'
  | 'METRICS_NOT_WRITTEN'
  | 'METRICS_NOT_FOUND'
  | 'METRICS_NOT_READ'
  | 'METRICS_MALFORMED'
  | 'METRICS_VERSION';

/** A metrics file that could not be written or read. */
export class MetricsError extends CuePointError<MetricsErrorCode> {
  override readonly name = 'MetricsError';
  /** The file or folder it is about. */
  readonly path: string;

  /**
   * @param code Which way it failed.
   * @param path The file or folder it is about.
   * @param message What happened, path included.
   */
  constructor(
    code: MetricsErrorCode,
    path: string,
    message: string,
    options: { readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    super(code, message, options);
    this.path = path;
  }
}
