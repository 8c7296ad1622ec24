import { FetchError } from '@cuepoint/core';
import type { CDPSession } from 'playwright-core';
import type { TabSetup } from './tab-setup.js';
import type { Visit } from './visit.js';

/** What costs much to load and holds no data. */
const HEAVY: ReadonlySet<string> = new Set(['Image', 'Media', 'Font', 'TextTrack', 'Ping', 'Prefetch']);

/**
 * Looks at every request of a tab before it leaves: off the site nothing is contacted, and what is heavy is not loaded.
 *
 * It speaks the browser's own protocol. Playwright's `route` does the same and switches the cache off, so that every
 * page loads every script again.
 *
 * @param visit The request that the tab works on at that moment.
 */
export async function guardRequests(cdp: CDPSession, setup: TabSetup, visit: () => Visit | undefined): Promise<void> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const mainFrame = frameTree.frame.id;
  const documents = new Set<string>();
  /** The tab may be gone by the time it is told. */
  const tell = (sent: Promise<unknown>) => void sent.catch(() => undefined);

  cdp.on('Network.requestWillBeSent', ({ requestId, type, frameId }) => {
    if (type === 'Document' && frameId === mainFrame) documents.add(requestId);
  });
  cdp.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (documents.has(requestId)) visit()?.received(dataLength);
  });
  const forget = ({ requestId }: { requestId: string }) => void documents.delete(requestId);
  cdp.on('Network.loadingFinished', forget);
  cdp.on('Network.loadingFailed', forget);

  const refuse = (requestId: string, errorReason: 'Aborted' | 'BlockedByClient') =>
    tell(cdp.send('Fetch.failRequest', { requestId, errorReason }));
  cdp.on('Fetch.requestPaused', ({ requestId, request, resourceType, frameId }) => {
    const current = visit();
    const isMain = resourceType === 'Document' && frameId === mainFrame;
    const error = refusalOf(request.url, current?.asked ?? request.url, setup, isMain);
    if (error !== undefined) {
      current?.refused(error, isMain);
      // "Aborted" keeps the page that is there; any other reason would put the browser's error page in its place.
      refuse(requestId, isMain ? 'Aborted' : 'BlockedByClient');
    } else if (!setup.loadAll && HEAVY.has(resourceType)) {
      refuse(requestId, 'BlockedByClient');
    } else {
      const headers = isMain ? withOwn(request.headers, request.url, current) : undefined;
      tell(cdp.send('Fetch.continueRequest', { requestId, ...(headers === undefined ? {} : { headers }) }));
    }
  });
  // The browser asks for it by itself, with every page that names no icon, and shows that request to nobody.
  await cdp.send('Network.setBlockedURLs', { urls: ['*/favicon.ico'] });
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

function refusalOf(url: string, asked: string, setup: TabSetup, isMain: boolean): FetchError | undefined {
  if (!isMain) {
    if (/^(?:data|blob|about):/.test(url)) return undefined;
    if (URL.canParse(url) && setup.partOrigins.includes(new URL(url).origin)) return undefined;
  }
  try {
    setup.guard.admitRedirect(url, new URL(asked), asked);
    return undefined;
  } catch (error) {
    return error instanceof FetchError ? error : new FetchError('FETCH_HOST_REFUSED', asked, String(error));
  }
}

/** The headers of the request go to the origin that was asked, and nowhere a redirect leads. */
function withOwn(
  sent: Readonly<Record<string, string>>,
  url: string,
  visit: Visit | undefined,
): { name: string; value: string }[] | undefined {
  const own = Object.entries(visit?.request.headers ?? {});
  if (own.length === 0 || new URL(url).origin !== visit?.url.origin) return undefined;
  const names = new Set(own.map(([name]) => name.toLowerCase()));
  return [...Object.entries(sent).filter(([name]) => !names.has(name.toLowerCase())), ...own].map(([name, value]) => ({
    name,
    value,
  }));
}
