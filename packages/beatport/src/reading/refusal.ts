import type { Page, PageKind } from '@cuepoint/core';
import { isChallenge, saysChallenge } from './challenge.js';
import { type RefusedReading, refused } from './page-reading.js';

/**
 * What the head of an answer says against reading its body; undefined for an answer that may hold tracks.
 *
 * A fetcher that solves a challenge reports the page it ends on, with that page's status.
 */
export function readRefusal(page: Page, kind: PageKind): RefusedReading | undefined {
  const { status } = page;
  const seen = `status ${status}`;
  if (status === 429) return refused('rate-limited', seen);
  if (saysChallenge(page)) return refused('blocked', `${seen}, marked as a challenge`);
  if (status >= 200 && status < 300) return undefined;
  if (isRegionalRefusal(page, kind)) return refused('not-found', `${seen}, not available in this territory`);
  if (status === 401 || status === 403 || status === 451) return refused('blocked', seen);
  // An older form of the challenge came as a 503, which waiting and asking again would never end.
  if (isChallenge(page)) return refused('blocked', `${seen} with a challenge`);
  if (status >= 500 || status === 408 || status === 425) return refused('transient', seen);
  if (status === 404 || status === 410) {
    // A search has results or none; a search page that is gone means that the site has moved it.
    return refused(kind === 'search' ? 'unknown-shape' : 'not-found', seen);
  }
  if (status >= 300 && status < 400) return refused('missing-payload', `${seen}, a redirect that was not followed`);
  return refused('unknown-shape', seen);
}

/** The API refuses a single track that is not sold in the visitor's country; that is no block of the visitor. */
function isRegionalRefusal(page: Page, kind: PageKind): boolean {
  return kind === 'api' && page.status === 403 && /"detail"\s*:\s*"Territory Restricted/i.test(page.body);
}
