import type { Classify, Fetcher, Page, PageClass, PageKind } from '@cuepoint/core';
import { decorate } from './decorate.js';
import type { Halt } from './halt.js';
import { PAGE_CONSEQUENCES } from './page-consequences.js';

/** What a breaker has seen; live. */
export interface BreakerState {
  /** Once true, nothing more is sent in this run. */
  readonly open: boolean;
  /** Refusals since the last good answer, in the order they came back. */
  readonly blockedInARow: number;
  /** The latest refusal. */
  readonly lastBlocked: { readonly url: string; readonly status: number; readonly pageClass: PageClass } | undefined;
}

/** What `breaker` needs. */
export interface BreakerOptions {
  readonly fetcher: Fetcher;
  readonly classify: Classify;
  /** Refusals in a row that open it. */
  readonly blockedLimit: number;
  readonly halt: Halt;
}

/**
 * Halts the run after some refusals in a row: every further one would only make the site surer of itself.
 * The refusals themselves are handed on as they are. It does not close again.
 */
export function breaker({ fetcher, classify, blockedLimit, halt }: BreakerOptions): Fetcher & { state: BreakerState } {
  let blockedInARow = 0;
  let lastBlocked: BreakerState['lastBlocked'];
  let open = false;

  function count(page: Page, kind: PageKind, pageClass: PageClass): void {
    // An API says 401 when the token has expired. The catalogue renews it, or stops asking by itself; many requests under
    // way at that moment would otherwise halt a run that could go on.
    if (kind === 'api' && page.status === 401) return;
    const refused = PAGE_CONSEQUENCES[pageClass].blocked || page.status === 401;
    if (!refused) {
      if (PAGE_CONSEQUENCES[pageClass].good) blockedInARow = 0;
      return;
    }
    blockedInARow += 1;
    lastBlocked = { url: page.url, status: page.status, pageClass };
    if (blockedInARow < blockedLimit) return;
    open = true;
    halt.stop(shutOut(blockedInARow, page.status));
  }

  const decorated = decorate(fetcher, {
    async fetch(request, options) {
      halt.check(request.url);
      const page = await fetcher.fetch(request, options);
      count(page, request.kind, classify(page, request.kind));
      return page;
    },
  });
  const state: BreakerState = {
    get open() {
      return open;
    },
    get blockedInARow() {
      return blockedInARow;
    },
    get lastBlocked() {
      return lastBlocked;
    },
  };
  return { ...decorated, state };
}

function shutOut(times: number, status: number): Parameters<Halt['stop']>[0] {
  const seen = times === 1 ? 'the site refused us' : `the site refused us ${times} times in a row`;
  if (status === 401) {
    return {
      kind: 'blocked',
      message: `${seen}, the last time with status 401 (not logged in).`,
      hint: 'Check that the token is valid and has not expired, then run again.',
    };
  }
  return {
    kind: 'blocked',
    message: `${seen}, the last time with status ${status}.`,
    hint: 'Everything done so far is kept. Open the site in a web browser to see whether it is closed to you as well, and run again in some hours, at a lower rate.',
  };
}
