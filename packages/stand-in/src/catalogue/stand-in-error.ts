/** What can go wrong in the stand-in itself. */
export type StandInErrorCode = 'STAND_IN_CATALOGUE' | 'STAND_IN_OPTIONS' | 'STAND_IN_LISTEN';

/**
 * An error of the stand-in. It has the form of the project's other errors (a stable `code`, a `hint`) but not their
 * class: the stand-in imports none of the packages it tests.
 */
export class StandInError extends Error {
  override readonly name = 'StandInError';
  /** Stable identifier. */
  readonly code: StandInErrorCode;
  /** What to do next, as one sentence. */
  readonly hint: string;

  constructor(code: StandInErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }
}
