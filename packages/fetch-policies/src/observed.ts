import { type Classify, errorCode, type Fetcher, type Page } from '@cuepoint/core';
import type { Clock } from './clock.js';
import { decorate } from './decorate.js';
import type { Halt } from './halt.js';
import { throwIfEnded } from './waiting.js';

/** What `observed` needs. */
export interface ObservedOptions {
  readonly fetcher: Fetcher;
  readonly classify: Classify;
  readonly clock: Clock;
  readonly halt: Halt;
}

/** The innermost policy: sends one attempt, and reports it with what it meant. Sends nothing once the run has halted. */
export function observed({ fetcher, classify, clock, halt }: ObservedOptions): Fetcher {
  return decorate(fetcher, {
    async fetch(request, options) {
      throwIfEnded({ request, options, halt });
      const sentAt = clock.now();
      let page: Page;
      try {
        page = await fetcher.fetch(request, options);
      } catch (error) {
        const code = errorCode(error);
        options?.onNote?.({
          type: 'attempt',
          attempt: {
            fetchedBy: fetcher.name,
            startedAt: sentAt,
            networkMs: clock.now() - sentAt,
            outcome: 'error',
            ...(code === undefined ? {} : { errorCode: code }),
            wireBytes: 0,
            bodyBytes: 0,
          },
        });
        throw error;
      }
      const { startedAt, networkMs, bodyBytes, wireBytes = bodyBytes } = page.timing;
      options?.onNote?.({
        type: 'attempt',
        attempt: {
          fetchedBy: page.fetchedBy,
          startedAt,
          networkMs,
          status: page.status,
          outcome: classify(page, request.kind),
          wireBytes,
          bodyBytes,
        },
      });
      return page;
    },
  });
}
