import { inspect } from 'node:util';

/** What stands for a secret wherever it would be shown. */
export const HIDDEN = '[hidden]';

/**
 * A text that must not be shown. Printed, logged, written as JSON or looked at in a debugger's console it says
 * `[hidden]`; whoever needs it has to ask for it by name.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The text itself, to be sent and to be stored, and nothing else. */
  reveal(): string {
    return this.#value;
  }

  /** `[hidden]`, whatever the secret is. */
  toString(): string {
    return HIDDEN;
  }

  /** `[hidden]`, whatever the secret is. */
  toJSON(): string {
    return HIDDEN;
  }

  /** `[hidden]`, whatever the secret is. */
  [inspect.custom](): string {
    return HIDDEN;
  }
}
