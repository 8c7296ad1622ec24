import type { Page } from '@cuepoint/core';

/** A page as a fetcher hands it over; status 200 and an empty body unless said otherwise. */
export function pageOf(parts: Partial<Page> = {}): Page {
  const body = parts.body ?? '';
  return {
    url: 'https://www.beatport.com/search/tracks?q=lumen&per_page=50',
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    fetchedBy: 'hand',
    timing: { startedAt: 1000, networkMs: 120, wireBytes: 40, bodyBytes: Buffer.byteLength(body) },
    ...parts,
    body,
  };
}

/** A page of the site around a payload, with the script that ordinary pages end with. */
export function htmlOf(payload: unknown, body = ''): string {
  const json = JSON.stringify(payload).replaceAll('<', '\\u003c').replaceAll('&', '\\u0026');
  return [
    '<!DOCTYPE html><html lang="en"><head><title>Lumen | Beatport</title>',
    '<script src="/_next/static/chunks/main.js" defer=""></script></head>',
    `<body><div id="__next">${body}</div>`,
    `<script id="__NEXT_DATA__" type="application/json">${json}</script><noscript></noscript>`,
    "<script>s.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';</script></body></html>",
  ].join('');
}

/** A page of the site without any payload. */
export function bareHtml(body: string, head = ''): string {
  return `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
}

/** One dehydrated query. */
export function query(key: string | undefined, data: unknown, status = 'success'): object {
  return {
    state: { data, status, dataUpdateCount: 1 },
    ...(key === undefined ? {} : { queryKey: [key, { page: 1 }] }),
  };
}

/** The envelope that all generations share. */
export function envelope(queries: readonly object[], pageProps: object = {}, rest: object = {}): object {
  return {
    props: { pageProps: { ...pageProps, dehydratedState: { mutations: [], queries } }, __N_SSP: true },
    page: '/search/[type]',
    buildId: 'build-1',
    ...rest,
  };
}
