import type { Page } from '@cuepoint/core';
import { BEATPORT_DEFAULTS } from '../defaults.js';
import { showsTracks } from '../html/shows-tracks.js';
import { member } from '../payload/member.js';
import { extractPayload } from '../payload/next-data.js';
import { pageProps } from '../payload/queries.js';
import { readRows } from '../rows/read-rows.js';
import { isChallenge } from './challenge.js';
import { type Located, locateSearchRows, locateTrack } from './locate.js';
import { type Inspection, type PageReading, type RefusedReading, type RenderedPage, refused } from './page-reading.js';
import { readRefusal } from './refusal.js';
import type { Wanted } from './wanted.js';

/** Looks at a page of the web site: its head, its data, and where it has none at what it shows. */
export function inspectSitePage(page: Page, wanted: Wanted, baseUrl: string): Inspection {
  const refusal = readRefusal(page, wanted.kind);
  if (refusal !== undefined) return refusal;
  const payload = extractPayload(page.body, BEATPORT_DEFAULTS.maxPayloadChars);
  switch (payload.state) {
    case 'cut':
      return refused('transient', 'the page ends inside its payload');
    case 'malformed':
      return refused('unknown-shape', 'the payload is not JSON');
    case 'too-large':
      return refused('unknown-shape', `the payload has ${payload.chars} characters`);
    case 'absent':
      return readBare(page, wanted, baseUrl);
    case 'found': {
      const located = wanted.kind === 'search' ? locateSearchRows(payload.data) : locateTrack(payload.data, wanted.id);
      return (
        readLocated(located, wanted, baseUrl) ?? readErrorPage(payload.data, wanted) ?? readBare(page, wanted, baseUrl)
      );
    }
  }
}

/** What the payload says; undefined when it says nothing of what was asked. */
function readLocated(located: Located, wanted: Wanted, baseUrl: string): PageReading | undefined {
  if (located.found === 'nothing') return undefined;
  if (located.found === 'failed') return refused('transient', 'the site failed to load its own data');
  if (located.found === 'unknown') return refused('unknown-shape', 'the payload holds no track where it should');
  const { tracks, skipped } = readRows(located.rows, baseUrl);
  if (tracks.length > 0) return { class: 'ok', tracks, skipped, source: 'payload' };
  if (wanted.kind === 'search' && located.rows.length === 0) return { class: 'empty' };
  return refused('unknown-shape', `none of ${located.rows.length} rows is a track that can be read`);
}

/** The site's own error pages, which may come with status 200. */
function readErrorPage(payload: unknown, wanted: Wanted): RefusedReading | undefined {
  const route = member(payload, 'page');
  const status = member(pageProps(payload), 'statusCode');
  if (wanted.kind === 'track' && (route === '/404' || status === 404)) return refused('not-found', 'its "404" page');
  if (route === '/500' || (typeof status === 'number' && status >= 500)) return refused('transient', 'its error page');
  return undefined;
}

/** A page without data of its own: tracks that it shows, or the reason why there is nothing. */
function readBare(page: Page, wanted: Wanted, baseUrl: string): Inspection {
  const { body } = page;
  const isHtml = /^\s*</.test(body);
  const isWhole = /<\/html\s*>/i.test(body);
  // Of a page cut short, the rows that came are not all.
  if (isWhole && showsTracks(body, wanted)) return renderedPage(body, wanted, baseUrl);
  if (isChallenge(page)) return refused('blocked', `status ${page.status} with a challenge`);
  if (body.trim() === '') return refused('transient', 'an empty body');
  if (isHtml && !isWhole) return refused('transient', 'the page is cut short');
  if (isHtml && body.includes('/_next/static/')) return refused('shell', 'scripts, and no data for them');
  return refused('missing-payload', isHtml ? 'a page without data' : 'not a page');
}

function renderedPage(html: string, wanted: Wanted, baseUrl: string): RenderedPage {
  const read = async () => {
    const { readRendered } = await import('../html/read-rendered.js');
    return readRendered(html, wanted, baseUrl);
  };
  return { class: 'ok', read };
}
