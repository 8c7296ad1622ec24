import { CuePointError, errorCode, errorMessage } from '@cuepoint/core';

/**
 * Everything that can go wrong with the output folder.
 *
 * - `OUTPUT_IN_THE_WAY`: a file or folder that CuePoint did not write stands where it would write. Nothing was touched.
 * - `OUTPUT_NOT_A_FOLDER`: the path, or a part of it, is a file.
 * - `OUTPUT_NO_PERMISSION`: the folder may not be made or written to.
 * - `OUTPUT_NOT_WRITTEN`: the disk would not have it: full, gone, failing.
 */
export type OutputErrorCode =
  | 'OUTPUT_IN_THE_WAY'
  | 'OUTPUT_NOT_A_FOLDER'
  | 'OUTPUT_NO_PERMISSION'
  | 'OUTPUT_NOT_WRITTEN';

/** Results that could not be written. */
export class OutputError extends CuePointError<OutputErrorCode> {
  override readonly name = 'OutputError';
  /** The file or folder it is about. */
  readonly path: string;

  /**
   * @param code Which way it failed.
   * @param path The file or folder it is about.
   * @param message What happened, path included.
   */
  constructor(
    code: OutputErrorCode,
    path: string,
    message: string,
    options: { readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    super(code, message, options);
    this.path = path;
  }
}

/** The error of the file system as one a user can act on; an `OutputError` stays itself. */
export function outputError(path: string, cause: unknown): OutputError {
  if (cause instanceof OutputError) return cause;
  switch (errorCode(cause)) {
    case 'ENOTDIR':
    case 'EEXIST':
      return new OutputError('OUTPUT_NOT_A_FOLDER', path, `${path} is not a folder, or lies within a file.`, {
        hint: 'Choose another output folder.',
        cause,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new OutputError('OUTPUT_NO_PERMISSION', path, `CuePoint may not write to ${path}.`, {
        hint: 'Choose another output folder, or change its permissions.',
        cause,
      });
    default:
      return new OutputError('OUTPUT_NOT_WRITTEN', path, `${path} could not be written: ${errorMessage(cause)}`, {
        hint: 'Check that the disk is there and has room.',
        cause,
      });
  }
}
