import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { errorCode, type Fetcher, type FetcherContext } from '@cuepoint/core';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpFetcher } from './create-http-fetcher.js';

const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

/** Starts a server on a free port and gives its origin. */
async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Answers each raw connection with fixed bytes and then ends it. */
function raw(bytes: string | Buffer): Promise<string> {
  return listen(createTcpServer((socket) => socket.on('error', () => {}).on('data', () => socket.end(bytes))));
}

const serve = (listener: RequestListener): Promise<string> => listen(createServer(listener));

function fetcherFor(origins: readonly string[], context: Partial<FetcherContext> = {}, connections = 2): Fetcher {
  const fetcher = createHttpFetcher({
    name: 'test',
    connections,
    context: {
      allowedOrigins: origins,
      timeoutMs: 10_000,
      maxBodyBytes: 1_000,
      userAgent: 'CuePoint/test (+https://example.test)',
      maxInFlight: connections,
      log: () => {},
      ...context,
    },
  });
  opened.push({ close: () => fetcher[Symbol.asyncDispose]() });
  return fetcher;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => errorCode(error) ?? `no code: ${String(error)}`,
  );
}

describe('what is sent', () => {
  it('asks by GET, says who it is and what it understands, and passes headers on', async () => {
    const origin = await serve((request, response) => {
      const { method, url, headers } = request;
      response.end(JSON.stringify({ method, url, headers }));
    });
    const page = await fetcherFor([origin]).fetch({
      url: `${origin}/search?q=a%20b#part`,
      kind: 'api',
      headers: {
        accept: 'application/json',
        authorization: 'Bearer x',
        'user-agent': 'Mozilla',
        'accept-encoding': 'zstd',
      },
    });
    const seen = JSON.parse(page.body);
    expect(seen).toMatchObject({
      method: 'GET',
      url: '/search?q=a%20b',
      headers: {
        accept: 'application/json',
        authorization: 'Bearer x',
        'user-agent': 'CuePoint/test (+https://example.test)',
        'accept-encoding': 'gzip, deflate, br',
      },
    });
  });
});

describe('what comes back', () => {
  it('gives status, headers and body as they came', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(
        503,
        [
          ['Retry-After', '7'],
          ['X-Two', 'a'],
          ['X-Two', 'b'],
          ['Content-Type', 'text/html; charset=iso-8859-1'],
        ].flat(),
      );
      response.end(Buffer.from('Zoë', 'latin1'));
    });
    const page = await fetcherFor([origin]).fetch({ url: `${origin}/x`, kind: 'search' });
    expect(page).toMatchObject({ url: `${origin}/x`, status: 503, body: 'Zoë', fetchedBy: 'test' });
    expect(page.headers).toMatchObject({ 'retry-after': '7', 'x-two': 'a, b' });
  });

  it('measures where the time went and counts bytes on the wire and after', async () => {
    const body = gzipSync('x'.repeat(500));
    const origin = await serve((_request, response) => response.setHeader('content-encoding', 'gzip').end(body));
    const fetcher = fetcherFor([origin], {}, 1);
    const before = performance.now();
    const first = await fetcher.fetch({ url: origin, kind: 'search' });
    const second = await fetcher.fetch({ url: origin, kind: 'search' });
    const after = performance.now();
    for (const { timing } of [first, second]) {
      expect(timing).toMatchObject({ wireBytes: body.length, bodyBytes: 500 });
      expect(timing.networkMs).toBeCloseTo((timing.firstByteMs ?? 0) + (timing.bodyMs ?? 0), 6);
      expect(timing.firstByteMs).toBeGreaterThan(timing.connectMs ?? 0);
      expect(timing.startedAt + timing.networkMs).toBeLessThanOrEqual(after);
    }
    expect(first.timing.startedAt).toBeGreaterThanOrEqual(before);
    expect(first.timing.connectMs).toBeGreaterThan(0);
    expect(second.timing.connectMs).toBe(0);
    expect(second.timing.startedAt).toBeGreaterThanOrEqual(first.timing.startedAt + first.timing.networkMs);
  });
});

it('does not take early hints for the answer', async () => {
  const origin = await raw(
    'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno',
  );
  const page = await fetcherFor([origin]).fetch({ url: origin, kind: 'track' });
  expect(page).toMatchObject({ status: 404, headers: { 'content-length': '2' }, body: 'no' });
  expect(page.headers).not.toHaveProperty('link');
});

describe('redirects', () => {
  it('follows them to the page that answers, counting the time of all', async () => {
    const origin = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 0) response.end('there');
      else response.writeHead(302, { location: `/${step - 1}` }).end('a body that nobody reads');
    });
    const page = await fetcherFor([origin]).fetch({ url: `${origin}/5`, kind: 'track' });
    expect(page).toMatchObject({ url: `${origin}/0`, status: 200, body: 'there', timing: { bodyBytes: 5 } });
    const error = await fetcherFor([origin])
      .fetch({ url: `${origin}/6`, kind: 'track' })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'FETCH_NETWORK', message: `More than 5 redirects (${origin}/6)` });
  });

  it('gives up on a circle', async () => {
    let asked = 0;
    const origin = await serve((request, response) => {
      asked += 1;
      response.writeHead(301, { location: request.url === '/a' ? '/b' : '/a' }).end();
    });
    expect(await codeOf(fetcherFor([origin]).fetch({ url: `${origin}/a`, kind: 'track' }))).toBe('FETCH_NETWORK');
    expect(asked).toBe(2);
  });

  it('does not follow one to another host, and does not even connect', async () => {
    let asked = 0;
    const other = await serve((_request, response) => {
      asked += 1;
      response.end();
    });
    const origin = await serve((_request, response) => response.writeHead(307, { location: `${other}/x` }).end());
    const fetcher = fetcherFor([origin]);
    expect(await codeOf(fetcher.fetch({ url: origin, kind: 'track' }))).toBe('FETCH_HOST_REFUSED');
    expect(await codeOf(fetcher.fetch({ url: other, kind: 'track' }))).toBe('FETCH_HOST_REFUSED');
    expect(asked).toBe(0);
  });

  it('keeps what proves who the user is from another configured host', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization, request.headers.cookie, request.headers.accept);
      response.end();
    });
    const origin = await serve((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/again' }).end();
      else {
        seen.push(request.headers.authorization);
        response.writeHead(302, { location: other }).end();
      }
    });
    const headers = { authorization: 'Bearer x', cookie: 'a=b', accept: 'text/plain' };
    await fetcherFor([origin, other]).fetch({ url: `${origin}/`, kind: 'api', headers });
    expect(seen).toEqual(['Bearer x', undefined, undefined, 'text/plain']);
  });

  it.each([
    ['a redirect without a place', 302, {}],
    ['an answer that is no redirect but names a place', 201, { location: '/elsewhere' }],
  ])('passes on %s', async (_name, status, headers) => {
    const origin = await serve((_request, response) => response.writeHead(status, headers).end('body'));
    const page = await fetcherFor([origin]).fetch({ url: `${origin}/`, kind: 'track' });
    expect(page).toMatchObject({ status, body: 'body', url: `${origin}/` });
  });
});

describe('the size limit', () => {
  it.each([
    ['with its length told', (size: number) => ({ 'content-length': size })],
    ['in chunks', () => ({})],
  ])('holds to the byte for a body %s', async (_name, headers) => {
    const origin = await serve((request, response) => {
      const size = Number(request.url?.slice(1));
      response.writeHead(200, headers(size));
      response.write('x'.repeat(size - 1));
      response.end('x');
    });
    const fetcher = fetcherFor([origin]);
    expect((await fetcher.fetch({ url: `${origin}/1000`, kind: 'track' })).timing.bodyBytes).toBe(1_000);
    expect(await codeOf(fetcher.fetch({ url: `${origin}/1001`, kind: 'track' }))).toBe('FETCH_TOO_LARGE');
  });

  it('does not wait for a body that says it is too large', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 1_001 }).flushHeaders();
    });
    expect(await codeOf(fetcherFor([origin]).fetch({ url: origin, kind: 'track' }))).toBe('FETCH_TOO_LARGE');
  });

  it('ends a body without end', async () => {
    let closed = () => {};
    const gone = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const origin = await serve((_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(100)));
      };
      response.on('drain', more).on('close', closed);
      more();
    });
    expect(await codeOf(fetcherFor([origin]).fetch({ url: origin, kind: 'track' }))).toBe('FETCH_TOO_LARGE');
    await gone;
  });

  it('holds for what a small body unpacks to', async () => {
    const origin = await serve((_request, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(1_001))),
    );
    expect(await codeOf(fetcherFor([origin]).fetch({ url: origin, kind: 'track' }))).toBe('FETCH_TOO_LARGE');
  });
});

describe('answers that are none', () => {
  const gzip = gzipSync('Zoë ✓ Ødegaard');
  it.each([
    ['nothing', ''],
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['half a head', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['a body shorter than told', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'],
    ['chunks without an end', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n'],
    ['a chunk of no size', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n'],
    ['a head without end', `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(70_000)}\r\n\r\n`],
    [
      'a gzip body cut short',
      Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n'),
        gzip.subarray(0, -4),
      ]),
    ],
  ])('gives FETCH_NETWORK for %s', async (_name, bytes) => {
    const origin = await raw(bytes);
    expect(await codeOf(fetcherFor([origin]).fetch({ url: origin, kind: 'track' }))).toBe('FETCH_NETWORK');
  });

  it('gives FETCH_NETWORK when nobody listens', async () => {
    const origin = await serve(() => {});
    await opened.pop()?.close();
    const error = await fetcherFor([origin])
      .fetch({ url: origin, kind: 'track' })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'FETCH_NETWORK', url: origin });
    expect(String(error)).toContain('The server refused the connection');
  });

  it('gives FETCH_NETWORK for a header that cannot be sent', async () => {
    const origin = await serve((_request, response) => response.end());
    const headers = { 'x-note': 'two\r\nlines' };
    expect(await codeOf(fetcherFor([origin]).fetch({ url: origin, kind: 'track', headers }))).toBe('FETCH_NETWORK');
  });

  it('reads a head as long as some sites send', async () => {
    const origin = await raw(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(60_000)}\r\nContent-Length: 2\r\n\r\nok`);
    expect((await fetcherFor([origin]).fetch({ url: origin, kind: 'track' })).body).toBe('ok');
  });
});
