import { CuePointError } from '@cuepoint/core';

/**
 * Why a library could not be read.
 *
 * - `LIBRARY_NOT_FOUND`: there is no such file.
 * - `LIBRARY_UNREADABLE`: it is there, but it is a folder, or the system does not let it be read.
 * - `LIBRARY_EMPTY`: it holds nothing.
 * - `LIBRARY_NOT_REKORDBOX`: it is something else: a web page, another program's XML, an archive.
 * - `LIBRARY_MALFORMED`: it is an export, but damaged, cut off, or edited into something that is not XML.
 * - `LIBRARY_TOO_LARGE`: it passes a limit that no real export comes near.
 */
export type LibraryErrorCode =
  | 'LIBRARY_NOT_FOUND'
  | 'LIBRARY_UNREADABLE'
  | 'LIBRARY_EMPTY'
  | 'LIBRARY_NOT_REKORDBOX'
  | 'LIBRARY_MALFORMED'
  | 'LIBRARY_TOO_LARGE';

/** A place in the XML text; both count from 1, columns in characters. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

const EXPORT_AGAIN = 'in Rekordbox, choose File > Export Collection in xml format';

/** The next step for each code, unless the place that throws knows a better one. */
const HINTS: Readonly<Record<LibraryErrorCode, string>> = {
  LIBRARY_NOT_FOUND: `Check the path. To make the file: ${EXPORT_AGAIN}.`,
  LIBRARY_UNREADABLE: 'Check that the file may be read and that its disk is connected.',
  LIBRARY_EMPTY: `Export it again: ${EXPORT_AGAIN}.`,
  LIBRARY_NOT_REKORDBOX: `Give the file that Rekordbox exports: ${EXPORT_AGAIN}.`,
  LIBRARY_MALFORMED: `Export it again: ${EXPORT_AGAIN}. If the file was edited by hand, look at the place named here.`,
  LIBRARY_TOO_LARGE: `Export it again: ${EXPORT_AGAIN}.`,
};

/** A library that could not be read. Nothing of it is handed out. */
export class LibraryError extends CuePointError<LibraryErrorCode> {
  override readonly name = 'LibraryError';
  /** The file as the caller named it. */
  readonly file: string;
  /** Where in the file, when the fault has a place; from 1. */
  readonly line: number | undefined;
  /** Character in the line, from 1. */
  readonly column: number | undefined;

  /**
   * @param file The file as the caller named it; the message starts with it.
   * @param problem What is wrong, as one sentence without a full stop.
   */
  constructor(
    code: LibraryErrorCode,
    file: string,
    problem: string,
    options: { readonly position?: TextPosition; readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    const { position } = options;
    const place = position ? `, line ${position.line}, column ${position.column}` : '';
    super(code, `${file}${place}: ${problem}`, { hint: options.hint ?? HINTS[code], cause: options.cause });
    this.file = file;
    this.line = position?.line;
    this.column = position?.column;
  }
}
