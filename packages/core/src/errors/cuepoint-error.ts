/**
 * The base of every error CuePoint throws on purpose.
 *
 * Recognise an error by its `code`, never by `instanceof`: two installed copies of a package have two classes.
 */
export class CuePointError<Code extends string = string> extends Error {
  override readonly name: string = 'CuePointError';
  /** Stable identifier in UPPER_SNAKE_CASE; part of the public contract, unlike the message. */
  readonly code: Code;
  /** What the user can do next, as one sentence; absent where nothing helps. */
  readonly hint: string | undefined;

  /**
   * @param code Stable identifier, for example `LIBRARY_MALFORMED`.
   * @param message What happened, and to what.
   * @param options `hint`: the next step in one sentence; `cause`: the error underneath.
   */
  constructor(code: Code, message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
}

/** The `code` of anything thrown, or undefined where it has none. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The message of anything thrown: of an `Error` its message, of the rest its text. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
