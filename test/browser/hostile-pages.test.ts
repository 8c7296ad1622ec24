import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { errorCode } from '@cuepoint/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BrowserBench, openBrowserBench } from './browser-bench.js';
import { noBrowser } from './this-browser.js';

/** A site whose pages do what a page should not. */
interface Site {
  readonly origin: string;
  /** Paths asked for, since the last test began. */
  readonly asked: string[];
  close(): Promise<void>;
}

const SCRIPT = /script/;

describe.skipIf(noBrowser !== undefined)(`pages that misbehave (${noBrowser ?? 'in a real browser'})`, () => {
  let bench: BrowserBench;
  let site: Site;
  let other: Site;
  beforeAll(async () => {
    bench = openBrowserBench();
    other = await serve(() => undefined);
    site = await serve((request, response) => answer(other.origin, request, response));
  });
  beforeEach(() => {
    site.asked.length = 0;
    other.asked.length = 0;
  });
  afterAll(async () => {
    await Promise.all([site.close(), other.close()]);
    expect(await bench.leftovers()).toEqual([]);
    await bench[Symbol.asyncDispose]();
  });

  const get = async (paths: readonly string[]) => {
    await using fetcher = await bench.make(site.origin, { pages: 1 });
    const ends: string[] = [];
    for (const path of paths) {
      ends.push(
        await fetcher.fetch({ url: site.origin + path, kind: 'search', ready: ['#done'] }).then(
          ({ status, body }) => `${status}${body.includes('id="done"') ? ' done' : ''}`,
          (error) => errorCode(error) ?? String(error),
        ),
      );
    }
    return ends;
  };

  test.each([
    ['asks questions', '/dialogs', ['200 done', '200 done']],
    ['asks before it is left', '/stay', ['200 done', '200 done']],
    ['opens other windows', '/popups', ['200 done', '200 done']],
    ['goes on to another page of the site', '/moves-on', ['200 done', '200 done']],
    ['is a file to save', '/download', ['FETCH_NETWORK', '200 done']],
    ['leads off the site', '/leaves', ['FETCH_HOST_REFUSED', '200 done']],
    ['opens a file of this computer', '/opens-file', ['200 done', '200 done']],
    ['has no body', '/nothing', ['404', '200 done']],
    ['says that there is none', '/no-content', ['204', '200 done']],
    ['writes "</script>" into its data', '/tricky-data', ['200', '200 done']],
  ])('one that %s', async (_what, path, ends) => {
    expect(await get([path, '/plain'])).toEqual(ends);
    expect(other.asked).toEqual([]);
  });

  test('parts from elsewhere are not asked for, heavy ones not even here, and scripts come from the cache', async () => {
    expect(await get(['/parts?1', '/parts?2'])).toEqual(['200 done', '200 done']);
    expect(other.asked).toEqual([]);
    expect(site.asked.filter((path) => /image|font/.test(path))).toEqual([]);
    expect(site.asked.filter((path) => SCRIPT.test(path))).toEqual(['/script.js']);
  });

  test('data that holds "</script>" stays whole', async () => {
    await using fetcher = await bench.make(site.origin);
    const { body } = await fetcher.fetch({ url: `${site.origin}/tricky-data`, kind: 'search' });
    const json = /type="application\/json">(.*?)<\/script>/.exec(body)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual(TRICKY);
  });
});

const TRICKY = { props: { pageProps: { title: 'A </script><b> & "B" <!--' } } };
const DONE = `const done = document.createElement('p'); done.id = 'done'; document.body.append(done);`;

function answer(otherOrigin: string, request: IncomingMessage, response: ServerResponse): ServerResponse {
  const page = (script: string, rest = '') => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return response.end(`<!DOCTYPE html><html><body><p>A page</p>${rest}<script>${script}</script></body></html>`);
  };
  const bare = (status: number, headers: Record<string, string>, body = '') =>
    response.writeHead(status, headers).end(body);
  switch (request.url?.split('?')[0]) {
    case '/plain':
      return page(DONE);
    case '/dialogs':
      return page(`alert('a'); confirm('b'); prompt('c'); ${DONE}`);
    case '/stay':
      return page(`addEventListener('beforeunload', (event) => event.preventDefault()); ${DONE}`);
    case '/popups':
      return page(
        `for (const at of ['/popup', '${otherOrigin}/popup']) for (const how of ['', 'noopener']) open(at, '_blank', how); ${DONE}`,
      );
    case '/moves-on':
      return page(`location.href = '/plain'`);
    case '/leaves':
      return page(`location.href = '${otherOrigin}/away'`);
    case '/opens-file':
      return page(`location.href = 'file:///etc/hosts'; ${DONE}`);
    case '/parts':
      return page(
        `fetch('${otherOrigin}/data').catch(() => {}); navigator.sendBeacon('${otherOrigin}/beacon');
         new WebSocket('${otherOrigin.replace('http', 'ws')}/socket');
         new Worker(URL.createObjectURL(new Blob(["fetch('${otherOrigin}/worker')"])));`,
        `<img src="/image.png"><img src="${otherOrigin}/image.png"><iframe src="${otherOrigin}/frame"></iframe>
         <style>@font-face { font-family: F; src: url(/font.woff2) } body { font-family: F }</style>
         <link rel="stylesheet" href="${otherOrigin}/style.css"><script src="${otherOrigin}/script.js"></script>
         <script src="/script.js"></script>`,
      );
    case '/script.js':
      return bare(200, { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=600' }, DONE);
    case '/tricky-data': {
      const text = JSON.stringify(JSON.stringify(TRICKY)).replaceAll('<', '\\u003c');
      return page(
        `const data = document.createElement('script'); data.id = '__NEXT_DATA__'; data.type = 'application/json';
         data.textContent = ${text}; document.body.append(data);`,
      );
    }
    case '/download':
      return bare(200, { 'content-type': 'application/zip', 'content-disposition': 'attachment' }, 'PK');
    case '/no-content':
      return bare(204, {});
    default:
      return bare(404, { 'content-type': 'text/html' });
  }
}

async function serve(handle: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    handle(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
