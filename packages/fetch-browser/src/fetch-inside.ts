/// <reference lib="dom" />
import { HTTP_DEFAULTS } from '@cuepoint/http';
import { networkErrorIn } from './browser-error.js';
import { dataIn, pageAround } from './page-data.js';
import { type Got, isHtml, isShutOut } from './page-of-visit.js';
import type { Tab } from './tab.js';
import { until } from './until.js';
import type { Visit } from './visit.js';

/**
 * Gets a page by `fetch` inside the page of the same site that is open: a third of what going there costs.
 *
 * @param ms Most milliseconds for the whole of it.
 * @returns undefined when this way gives no data, so that the tab has to go there.
 */
export async function fetchInside(tab: Tab, visit: Visit, ms: number): Promise<Got | undefined> {
  visit.limit(ms);
  const startedAt = performance.now();
  const headers = { accept: HTTP_DEFAULTS.accept, ...visit.request.headers };
  const told = await until(
    tab.page.evaluate(fetchInPage, { url: visit.url.href, headers, maxBytes: visit.maxBytes }),
    visit.signal,
  );
  visit.untimed();
  if ('tooLarge' in told) throw visit.tooLarge();
  if ('failed' in told) {
    if (visit.partRefused !== undefined) throw visit.partRefused;
    const code = networkErrorIn(visit.requestFailure ?? '');
    // Anything else was the page's doing: its policy on what it may contact, or a redirect to another origin.
    if (code === undefined || code === 'ERR_BLOCKED_BY_CLIENT') return undefined;
    throw new Error(`net::${code}`);
  }
  const { url, status, headMs, wireBytes, bodyBytes } = told;
  const timing = { startedAt, headAt: startedAt + headMs, endAt: performance.now(), wireBytes };
  const got = { ...timing, url, status, headers: told.headers };
  if (isShutOut(status, told.headers)) return undefined;
  if (!isHtml(told.headers) || status < 200 || status > 299) return { ...got, body: told.text, bodyBytes };
  const json = dataIn(told.text);
  return json === undefined ? undefined : { ...got, body: pageAround(json) };
}

interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
}

type Told =
  | { readonly tooLarge: true }
  | { readonly failed: string }
  | {
      readonly url: string;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
      readonly headMs: number;
      readonly wireBytes: number | undefined;
      readonly bodyBytes: number;
    };

/** Runs in the page, so it must not use anything outside itself. */
async function fetchInPage({ url, headers, maxBytes }: Asked): Promise<Told> {
  const startedAt = performance.now();
  try {
    const response = await fetch(url, { headers });
    const headMs = performance.now() - startedAt;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let bodyBytes = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      bodyBytes += part.value.length;
      chunks.push(part.value);
      if (bodyBytes <= maxBytes) continue;
      await reader?.cancel();
      return { tooLarge: true };
    }
    const charset = /charset="?([^\s;"]+)/i.exec(response.headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
    const text = new TextDecoder(charset).decode(await new Blob(chunks).arrayBuffer());
    const entry = performance.getEntriesByName(response.url, 'resource').at(-1);
    const wireBytes = entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : undefined;
    // The list has room for 250 entries and takes no more when it is full.
    performance.clearResourceTimings();
    return {
      url: response.url,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text,
      headMs,
      wireBytes,
      bodyBytes,
    };
  } catch (error) {
    return { failed: String(error) };
  }
}
