import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { errorCode, type Fetcher, type FetcherContext } from '@cuepoint/core';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpFetcher } from './create-http-fetcher.js';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function listen(server: Server): Promise<{ origin: string; sockets: Set<Socket> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => {}));
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return { origin: `http://127.0.0.1:${address.port}`, sockets };
}

/** A server that keeps every request until the test takes it and answers. */
async function holdingServer() {
  const arrived: { path: string; response: ServerResponse; gone: Promise<void> }[] = [];
  const takers: (() => void)[] = [];
  const { origin, sockets } = await listen(
    createServer((request: IncomingMessage, response: ServerResponse) => {
      const gone = new Promise<void>((resolve) => response.on('close', resolve));
      arrived.push({ path: request.url ?? '', response, gone });
      takers.shift()?.();
    }),
  );
  return {
    origin,
    sockets,
    arrived,
    /** The next request, waiting for it if need be. */
    async take() {
      if (arrived.length === 0) await new Promise<void>((resolve) => takers.push(resolve));
      const next = arrived.shift();
      if (next === undefined) throw new Error('Two takers for one request');
      return next;
    },
  };
}

function fetcherFor(origin: string, connections: number, context: Partial<FetcherContext> = {}): Fetcher {
  const fetcher = createHttpFetcher({
    name: 'test',
    connections,
    context: {
      allowedOrigins: [origin],
      timeoutMs: 20_000,
      maxBodyBytes: 1_000_000,
      userAgent: 'CuePoint/test',
      maxInFlight: connections,
      log: () => {},
      ...context,
    },
  });
  cleanups.push(() => fetcher[Symbol.asyncDispose]());
  return fetcher;
}

/** Starts a request and gives what becomes of it: the body, or the error's code. */
function start(fetcher: Fetcher, url: string, signal?: AbortSignal): Promise<string> {
  return fetcher.fetch({ url, kind: 'track' }, signal === undefined ? {} : { signal }).then(
    (page) => page.body,
    (error: unknown) => errorCode(error) ?? String(error),
  );
}

describe('requests in flight', () => {
  it('holds back what is over the number of connections, and keeps the order', async () => {
    const server = await holdingServer();
    const fetcher = fetcherFor(server.origin, 1);
    const answers = ['a', 'b', 'c'].map((path) => start(fetcher, `${server.origin}/${path}`));
    for (const path of ['/a', '/b', '/c']) {
      const next = await server.take();
      expect(next.path).toBe(path);
      expect(server.arrived).toEqual([]);
      expect(server.sockets.size).toBe(1);
      next.response.write('body of ');
      next.response.end(path);
    }
    expect(await Promise.all(answers)).toEqual(['body of /a', 'body of /b', 'body of /c']);
  });

  it('has several in flight, whatever order the answers come in', async () => {
    const server = await holdingServer();
    const fetcher = fetcherFor(server.origin, 3);
    const answers = ['a', 'b', 'c', 'd'].map((path) => start(fetcher, `${server.origin}/${path}`));
    const held = [await server.take(), await server.take(), await server.take()];
    expect(server.arrived).toEqual([]);
    for (const { path, response } of held.reverse()) response.end(path);
    const last = await server.take();
    expect(last.path).toBe('/d');
    last.response.end(last.path);
    expect(await Promise.all(answers)).toEqual(['/a', '/b', '/c', '/d']);
    expect(server.sockets.size).toBe(3);
  });
});

describe('abort', () => {
  it('refuses a request whose signal has fired already', async () => {
    const server = await holdingServer();
    expect(await start(fetcherFor(server.origin, 1), server.origin, AbortSignal.abort())).toBe('FETCH_ABORTED');
    expect(server.sockets.size).toBe(0);
  });

  it('ends a request that waits its turn, and never sends it', async () => {
    const server = await holdingServer();
    const fetcher = fetcherFor(server.origin, 1);
    const first = start(fetcher, `${server.origin}/first`);
    const { response } = await server.take();
    const signal = new AbortController();
    const waiting = start(fetcher, `${server.origin}/waiting`, signal.signal);
    const last = start(fetcher, `${server.origin}/last`);
    signal.abort();
    expect(await waiting).toBe('FETCH_ABORTED');
    response.end('one');
    const next = await server.take();
    expect(next.path).toBe('/last');
    next.response.end('two');
    expect(await Promise.all([first, last])).toEqual(['one', 'two']);
  });

  it('ends a request before the head has come, and the connection with it', async () => {
    const server = await holdingServer();
    const signal = new AbortController();
    const answer = start(fetcherFor(server.origin, 1), server.origin, signal.signal);
    const { gone } = await server.take();
    signal.abort();
    expect(await answer).toBe('FETCH_ABORTED');
    await gone;
  });

  it('ends a request in the middle of the body and serves the next one', async () => {
    const server = await holdingServer();
    const fetcher = fetcherFor(server.origin, 1);
    const signal = new AbortController();
    const answer = start(fetcher, server.origin, signal.signal);
    const { response, gone } = await server.take();
    await new Promise((resolve) => response.write('half', resolve));
    signal.abort();
    expect(await answer).toBe('FETCH_ABORTED');
    await gone;
    const next = start(fetcher, server.origin);
    (await server.take()).response.end('whole');
    expect(await next).toBe('whole');
  });

  it('ends a request that still waits for its connection', async () => {
    // The server accepts but never speaks TLS, so that the connection never comes to be.
    let accept = () => {};
    const accepted = new Promise<void>((resolve) => {
      accept = resolve;
    });
    const { origin } = await listen(createTcpServer(() => accept()));
    const signal = new AbortController();
    const answer = start(fetcherFor(origin, 1), origin.replace('http:', 'https:'), signal.signal);
    await accepted;
    signal.abort();
    expect(await answer).toBe('FETCH_ABORTED');
  });

  it('does not send a request after all that was called off before its connection came to be', async () => {
    const server = await holdingServer();
    const fetcher = fetcherFor(server.origin, 1);
    const signal = new AbortController();
    const gone = start(fetcher, `${server.origin}/gone`, signal.signal);
    // The connection is under way, and no answer from the network can come in between microtasks.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    signal.abort();
    expect(await gone).toBe('FETCH_ABORTED');
    const next = start(fetcher, `${server.origin}/next`);
    const { path, response } = await server.take();
    expect(path).toBe('/next');
    response.end('served');
    expect(await next).toBe('served');
  });

  it('leaves no listener on a signal that outlives many requests', async () => {
    const server = await holdingServer();
    const fetcher = fetcherFor(server.origin, 1);
    const { signal } = new AbortController();
    const kept: unknown[] = [];
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      kept.push(args[1]);
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      kept.splice(kept.indexOf(args[1]), 1);
      remove(...args);
    };
    const answer = start(fetcher, server.origin, signal);
    expect(kept).toHaveLength(1);
    (await server.take()).response.end('done');
    await answer;
    expect(kept).toHaveLength(0);
  });
});

describe('the time limit', () => {
  it('ends a request without a head', async () => {
    const server = await holdingServer();
    const answer = start(fetcherFor(server.origin, 1, { timeoutMs: 50 }), server.origin);
    expect(await answer).toBe('FETCH_TIMEOUT');
    await (await server.take()).gone;
  });

  it('ends a body that drips, however steadily', async () => {
    const { origin } = await listen(
      createServer((_request, response) => {
        const drip = setInterval(() => response.write('.'), 5);
        response.on('close', () => clearInterval(drip));
      }),
    );
    expect(await start(fetcherFor(origin, 1, { timeoutMs: 100 }), origin)).toBe('FETCH_TIMEOUT');
  });

  it('ends a request that gets no connection', async () => {
    const { origin } = await listen(createTcpServer(() => {}));
    const fetcher = fetcherFor(origin, 1, { timeoutMs: 50 });
    expect(await start(fetcher, origin.replace('http:', 'https:'))).toBe('FETCH_TIMEOUT');
  });

  it('says how long it waited', async () => {
    const server = await holdingServer();
    const fetcher = fetcherFor(server.origin, 1, { timeoutMs: 50 });
    await expect(fetcher.fetch({ url: `${server.origin}/x`, kind: 'track' })).rejects.toMatchObject({
      message: `No complete answer within 0.05 s (${server.origin}/x)`,
    });
  });
});

describe('a kept connection that the server has closed', () => {
  /** Answers one request on its first connection and cuts it on the second; later connections answer one or none. */
  async function forgetfulServer(laterAnswers: boolean) {
    const requests: string[] = [];
    let connections = 0;
    const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
    const { origin } = await listen(
      createTcpServer((socket) => {
        connections += 1;
        const number = connections;
        let served = 0;
        socket.on('data', () => {
          served += 1;
          requests.push(`${number}.${served}`);
          if (served === 1 && (number === 1 || laterAnswers)) socket.write(answer);
          else socket.destroy();
        });
      }),
    );
    return { origin, requests };
  }

  it('is replaced, and the request sent once more', async () => {
    const { origin, requests } = await forgetfulServer(true);
    const notes: string[] = [];
    const fetcher = fetcherFor(origin, 1, { log: (message) => notes.push(message) });
    expect(await start(fetcher, `${origin}/a`)).toBe('ok');
    expect(await start(fetcher, `${origin}/b`)).toBe('ok');
    expect(requests).toEqual(['1.1', '1.2', '2.1']);
    expect(notes).toEqual([`test: sent again, the server had closed the kept connection (${origin}/b)`]);
  });

  it('is replaced once only', async () => {
    const { origin, requests } = await forgetfulServer(false);
    const fetcher = fetcherFor(origin, 1);
    expect(await start(fetcher, `${origin}/a`)).toBe('ok');
    expect(await start(fetcher, `${origin}/b`)).toBe('FETCH_NETWORK');
    expect(requests).toEqual(['1.1', '1.2', '2.1']);
  });

  it('is not what a new connection that is cut means', async () => {
    let requests = 0;
    const { origin } = await listen(
      createTcpServer((socket) => {
        socket.on('data', () => {
          requests += 1;
          socket.destroy();
        });
      }),
    );
    expect(await start(fetcherFor(origin, 1), origin)).toBe('FETCH_NETWORK');
    expect(requests).toBe(1);
  });

  it.each([
    ['an answer that breaks off', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok'],
    ['an answer that is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ])('is not what %s means', async (_name, second) => {
    let requests = 0;
    const { origin } = await listen(
      createTcpServer((socket) => {
        socket.on('data', () => {
          requests += 1;
          if (requests === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
          else socket.end(second);
        });
      }),
    );
    const fetcher = fetcherFor(origin, 1);
    expect(await start(fetcher, origin)).toBe('ok');
    expect(await start(fetcher, origin)).toBe('FETCH_NETWORK');
    expect(requests).toBe(2);
  });
});

describe('dispose', () => {
  it('ends what is in flight and what waits, closes the sockets and refuses what comes after', async () => {
    const server = await holdingServer();
    const fetcher = fetcherFor(server.origin, 1);
    const idle = start(fetcher, server.origin);
    (await server.take()).response.end('served');
    expect(await idle).toBe('served');

    const inFlight = start(fetcher, server.origin);
    const waiting = start(fetcher, server.origin);
    const { gone } = await server.take();
    await fetcher[Symbol.asyncDispose]();
    expect(await Promise.all([inFlight, waiting])).toEqual(['FETCH_ABORTED', 'FETCH_ABORTED']);
    await gone;
    expect(server.arrived).toEqual([]);
    expect(await start(fetcher, server.origin)).toBe('FETCH_ABORTED');
    await fetcher[Symbol.asyncDispose]();
  });

  it('closes a connection that lies idle', async () => {
    const server = createServer((_request, response) => response.end('ok'));
    // Far longer than the test may take, so that no end of patience on either side closes it.
    server.keepAliveTimeout = 600_000;
    const { origin, sockets } = await listen(server);
    const fetcher = fetcherFor(origin, 2);
    expect(await Promise.all([start(fetcher, origin), start(fetcher, origin)])).toEqual(['ok', 'ok']);
    const closed = [...sockets].map((socket) => new Promise((resolve) => socket.on('close', resolve)));
    expect(closed).toHaveLength(2);
    await fetcher[Symbol.asyncDispose]();
    await Promise.all(closed);
    expect(sockets.size).toBe(0);
  });
});
