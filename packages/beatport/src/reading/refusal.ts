import type { Page, PageKind } from '@cuepoint/core';
import { trackIdOfPageUrl } from '../urls/track-id.js';
import { isChallenge, saysChallenge } from './challenge.js';
import { type RefusalReason, type RefusedReading, refused } from './page-reading.js';

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
  const reason = kind === 'api' ? apiReason(page) : undefined;
  // The track is refused, not the visitor: it must not count as a block.
  if (reason === 'territory') return refused('not-found', `${seen}, not available in this territory`, reason);
  if (status === 401 || status === 403 || status === 451) return refused('blocked', seen, reason);
  // An older form of the challenge came as a 503, which waiting and asking again would never end.
  if (isChallenge(page)) return refused('blocked', `${seen} with a challenge`);
  if (status >= 500 || status === 408 || status === 425) return refused('transient', seen);
  if (status === 404 || status === 410) {
    // A search has results or none; one that is gone means that the site has moved it, or a wrong address is set.
    return refused(asksForOneTrack(page, kind) ? 'not-found' : 'unknown-shape', seen);
  }
  if (status >= 300 && status < 400) return refused('missing-payload', `${seen}, a redirect that was not followed`);
  return refused('unknown-shape', seen);
}

function asksForOneTrack(page: Page, kind: PageKind): boolean {
  return kind === 'track' || (kind === 'api' && trackIdOfPageUrl(page.url) !== undefined);
}

/** The reason in the API's own words; they stand under `detail` or `error`. */
function apiReason(page: Page): RefusalReason | undefined {
  if (page.status === 401) return 'token';
  if (page.status !== 403) return undefined;
  if (TERRITORY.test(page.body) && asksForOneTrack(page, 'api')) return 'territory';
  return PLAN.test(page.body) ? 'plan' : undefined;
}

const TERRITORY = /"(?:detail|error)"\s*:\s*"Territory Restricted/i;
const PLAN = /"(?:detail|error)"\s*:\s*"You do not have permission/i;
