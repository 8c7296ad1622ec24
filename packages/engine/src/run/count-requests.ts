import type { Observer } from '@cuepoint/core';

/** Counts every attempt that was sent. */
export function countRequests(): { readonly observe: Observer; readonly sent: () => number } {
  let sent = 0;
  return {
    observe: (event) => {
      if (event.type === 'page') sent += event.report.attempts.length;
    },
    sent: () => sent,
  };
}
