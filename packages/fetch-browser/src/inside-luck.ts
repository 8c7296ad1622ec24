import type { PageKind } from '@cuepoint/core';
import { BROWSER_DEFAULTS } from './defaults.js';

/**
 * Remembers for which kinds of pages a try from inside the page gave no data, so that the next ones are not tried in
 * vain; from time to time one is.
 */
export class InsideLuck {
  readonly #pause = new Map<PageKind, number>();

  /** Whether to try; counts the request when not. */
  worthTrying(kind: PageKind): boolean {
    const left = this.#pause.get(kind) ?? 0;
    if (left > 0) this.#pause.set(kind, left - 1);
    return left === 0;
  }

  /** A try gave no data where going there did. */
  missed(kind: PageKind): void {
    this.#pause.set(kind, BROWSER_DEFAULTS.insidePauseRequests);
  }
}
