import type { Page } from '@cuepoint/core';
import { BEATPORT_DEFAULTS } from '../defaults.js';
import { member } from '../payload/member.js';
import { extractPayload } from '../payload/next-data.js';
import { pageProps } from '../payload/queries.js';

/**
 * What a parser reads of a page, as a body of its own: the answers in its payload, about a third of it, and neither the
 * texts of the user interface nor the visitor's access token. A page without a payload, and an answer of the API, stay
 * as they are.
 */
export function extractBody(page: Page): string {
  const payload = extractPayload(page.body, BEATPORT_DEFAULTS.maxPayloadChars);
  if (payload.state !== 'found') return page.body;
  const props = pageProps(payload.data);
  if (props === undefined) return page.body;
  const queries = member(props, 'dehydratedState', 'queries');
  const track = member(props, 'track');
  return JSON.stringify({
    props: {
      pageProps: {
        ...(queries === undefined ? {} : { dehydratedState: { queries } }),
        ...(track === undefined ? {} : { track }),
      },
    },
  });
}
