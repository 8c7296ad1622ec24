import { connect } from 'node:net';
import { FetchError, type Fetcher, type FetcherContext, type FetcherPlugin, type Page } from '@cuepoint/core';
import { fetcherCases } from '@cuepoint/core/testing';
import asyncPlugin from '@cuepoint/fetch-async';
import syncPlugin from '@cuepoint/fetch-sync';
import { startStandIn } from '@cuepoint/stand-in';
import { afterAll, afterEach, describe, expect, test } from 'vitest';

/*
 * The conformance kit, held to its own promise: each of its tests finds the flaw it is there for. A good fetcher is
 * given one flaw at a time.
 */

const [site, other] = [await startStandIn(), await startStandIn()];
afterAll(() => Promise.all([site.close(), other.close()]));
const server = { url: site.url, otherUrl: other.url };

const made: AsyncDisposable[] = [];
afterEach(async () => {
  for (const thing of made.splice(0)) await thing[Symbol.asyncDispose]();
});

type Change = (good: Fetcher, context: FetcherContext) => Partial<Fetcher>;

/** A plug-in whose fetcher differs from a good one. */
function flawed(change: Change, base: FetcherPlugin = asyncPlugin): FetcherPlugin {
  return {
    ...base,
    async create(options, context) {
      const good = await base.create(options, context);
      made.push(good);
      return {
        name: good.name,
        concurrency: good.concurrency,
        fetch: (request, fetchOptions) => good.fetch(request, fetchOptions),
        [Symbol.asyncDispose]: () => good[Symbol.asyncDispose](),
        ...change(good, context),
      };
    },
  };
}

/** The good fetcher, told something else than the truth. */
const toldOtherwise = (change: (context: FetcherContext) => Partial<FetcherContext>): FetcherPlugin => ({
  ...asyncPlugin,
  create: (options, context) => asyncPlugin.create({ ...Object(options) }, { ...context, ...change(context) }),
});

/** The good fetcher, whose pages are changed on their way. */
const repainted = (change: (page: Page, url: string) => Partial<Page>): FetcherPlugin =>
  flawed((good) => ({
    async fetch(request, options) {
      const page = await good.fetch(request, options);
      return { ...page, ...change(page, request.url) };
    },
  }));

/** The good fetcher, whose errors are changed on their way. */
const misreporting = (change: (error: FetchError) => unknown): FetcherPlugin =>
  flawed((good) => ({
    fetch: (request, options) =>
      good.fetch(request, options).catch((error: FetchError) => {
        throw change(error);
      }),
  }));

const blank: Omit<Page, 'url'> = {
  status: 200,
  headers: {},
  body: '',
  fetchedBy: 'async',
  timing: { startedAt: 0, networkMs: 0, bodyBytes: 0 },
};

const withTiming = (change: (timing: Page['timing']) => Partial<Page['timing']>) =>
  repainted((page) => ({ timing: { ...page.timing, ...change(page.timing) } }));

const TIMES = ['measures times on the monotonic clock and the size of the body'];

const FLAWS: readonly (readonly [flaw: string, plugin: FetcherPlugin, foundBy: readonly string[]])[] = [
  ['says nothing of itself', { ...asyncPlugin, summary: '' }, ['the plug-in says what it is']],
  ['has a name that is hard to type', { ...asyncPlugin, name: 'My Fetcher' }, ['the plug-in says what it is']],
  [
    'has another name than its plug-in',
    flawed(() => ({ name: 'other' })),
    ['the fetcher has the name of its plug-in and a whole number of places'],
  ],
  [
    'has no place at all',
    flawed(() => ({ concurrency: 0 })),
    ['the fetcher has the name of its plug-in and a whole number of places'],
  ],
  [
    'throws for what the site says',
    flawed((good) => ({
      async fetch(request, options) {
        const page = await good.fetch(request, options);
        if (page.status >= 400) throw new FetchError('FETCH_NETWORK', request.url, `Status ${page.status}`);
        return page;
      },
    })),
    ['passes on status 404', 'passes on status 429', 'passes on status 503'],
  ],
  ['hides the status', repainted(() => ({ status: 0 })), ['passes on status 200', 'passes on status 404']],
  ['does not sign its pages', repainted(() => ({ fetchedBy: '' })), ['passes on status 200']],
  [
    'gives header names as they came',
    repainted((page) => ({
      headers: Object.fromEntries(Object.entries(page.headers).map(([name, value]) => [name.toUpperCase(), value])),
    })),
    ['gives the headers of the answer, names in lower case'],
  ],
  [
    'reads every body as latin1',
    repainted((page) => ({ body: Buffer.from(page.body).toString('latin1') })),
    ['identity', 'gzip', 'deflate', 'br']
      .map((encoding) => `reads a body in ${encoding}`)
      .concat('reads a body in the charset it names'),
  ],
  [
    'counts bytes before decompression',
    withTiming(({ wireBytes = 0 }) => ({ bodyBytes: wireBytes })),
    ['reads a body in gzip', 'reads a body in deflate', 'reads a body in br'],
  ],
  ['hides who it is', toldOtherwise(() => ({ userAgent: 'Mozilla/5.0' })), ['sends the User-Agent it was given']],
  [
    'drops the headers of the request',
    flawed((good) => ({ fetch: ({ url, kind }, options) => good.fetch({ url, kind }, options) })),
    ['sends the headers of the request'],
  ],
  [
    'takes half an answer for an answer',
    flawed((good) => ({
      fetch: (request, options) => good.fetch(request, options).catch(() => ({ ...blank, url: request.url })),
    })),
    [
      'a body that is cut short is FETCH_NETWORK',
      'a compressed body that is cut short is FETCH_NETWORK',
      'a connection that is cut in the middle of an answer is FETCH_NETWORK',
      'a connection that is cut without an answer is FETCH_NETWORK',
      'a server that does not listen is FETCH_NETWORK',
      'gives up on redirects that go round in a circle',
      'refuses a small body that unpacks to a large one',
    ],
  ],
  [
    'throws whatever its transport throws',
    misreporting((error) => error.cause ?? new Error(error.message)),
    [
      'a body that is cut short is FETCH_NETWORK',
      'gives up on redirects that go round in a circle',
      'does not contact a host that is not configured',
      'does not open what is no web address',
      'does not send a request whose signal has fired already',
    ],
  ],
  [
    'names another URL in its errors',
    misreporting(({ code, url }) => new FetchError(code, `${url}?other`, 'It failed')),
    ['a body that is cut short is FETCH_NETWORK', 'does not contact a host that is not configured'],
  ],
  [
    'does not tell where a redirect ended',
    repainted((_page, url) => ({ url })),
    ['follows redirects and tells the URL that answered'],
  ],
  [
    'contacts any host',
    toldOtherwise((context) => ({ allowedOrigins: [...context.allowedOrigins, other.url] })),
    ['does not contact a host that is not configured', 'does not follow a redirect to a host that is not configured'],
  ],
  [
    'looks at the host after it has contacted it',
    flawed((good, context) => {
      const rash = asyncPlugin.create({}, { ...context, allowedOrigins: [...context.allowedOrigins, other.url] });
      return {
        async fetch(request, options) {
          const fetcher = await rash;
          made.push(fetcher);
          await fetcher.fetch(request, options).catch(() => {});
          return good.fetch(request, options);
        },
      };
    }),
    ['does not contact a host that is not configured', 'does not follow a redirect to a host that is not configured'],
  ],
  [
    'has no size limit',
    toldOtherwise(() => ({ maxBodyBytes: 1_000_000_000 })),
    ['reads a body as large as the limit and refuses a larger one', 'refuses a small body that unpacks to a large one'],
  ],
  [
    'stops one byte early',
    toldOtherwise((context) => ({ maxBodyBytes: context.maxBodyBytes - 1 })),
    ['reads a body as large as the limit and refuses a larger one'],
  ],
  [
    'has no time limit',
    toldOtherwise(() => ({ timeoutMs: 60_000 })),
    ['an answer that does not begin in time is FETCH_TIMEOUT', 'an answer that does not end in time is FETCH_TIMEOUT'],
  ],
  [
    'counts the wait for a place as part of the attempt',
    flawed((good, context) => ({
      fetch: (request) => good.fetch(request, { signal: AbortSignal.timeout(context.timeoutMs) }),
    })),
    ['does not count the wait for a place as time of the attempt'],
  ],
  ['measures nothing', withTiming(() => ({ networkMs: 0 })), TIMES],
  ['measures from another clock', withTiming(() => ({ startedAt: 0 })), TIMES],
  ['measures more than there was', withTiming(({ networkMs }) => ({ networkMs: networkMs + 1_000 })), TIMES],
  ['has a part longer than the whole', withTiming(({ networkMs }) => ({ firstByteMs: networkMs + 50 })), TIMES],
  ['has a negative part', withTiming(() => ({ bodyMs: -1 })), TIMES],
  ['gives a time that is no number', withTiming(() => ({ connectMs: Number.NaN })), TIMES],
  [
    'counts the wait for a place as time on the network',
    flawed((good) => ({
      async fetch(request, options) {
        const startedAt = performance.now();
        const page = await good.fetch(request, options);
        return { ...page, timing: { ...page.timing, startedAt, networkMs: performance.now() - startedAt } };
      },
    })),
    ['does not count the wait for a place as time on the network'],
  ],
  [
    'mixes up the answers',
    flawed((good) => {
      let first: Promise<Page> | undefined;
      return {
        fetch(request, options) {
          first ??= good.fetch(request, options);
          return first;
        },
      };
    }),
    ['gives every request its own answer'],
  ],
  [
    'serves fewer at once than it says',
    flawed(() => ({ concurrency: 3 }), syncPlugin),
    ['has as many requests in flight as it has places'],
  ],
  [
    'serves more at once than it says',
    flawed(() => ({ concurrency: 1 })),
    [
      'never has more requests in flight than it has places',
      'serves requests in the order asked, when it serves one at a time',
    ],
  ],
  [
    'serves the last one first',
    flawed((good) => {
      let waiting: (() => void)[] = [];
      return {
        fetch: (request, options) =>
          new Promise((resolve, reject) => {
            waiting.push(() => {
              good.fetch(request, options).then(resolve, reject);
            });
            queueMicrotask(() => {
              for (const go of waiting.reverse()) go();
              waiting = [];
            });
          }),
      };
    }, syncPlugin),
    ['serves requests in the order asked, when it serves one at a time'],
  ],
  [
    'does not listen to signals',
    flawed((good) => ({ fetch: (request) => good.fetch(request) })),
    [
      'does not send a request whose signal has fired already',
      'ends a request that waits for a place',
      'ends a request before its answer has begun',
      'ends a request in the middle of its answer',
    ],
  ],
  [
    'sends what was called off while it waited',
    flawed((good) => ({
      fetch: (request, options) =>
        new Promise((resolve, reject) => {
          options?.signal?.addEventListener('abort', () => {
            reject(new FetchError('FETCH_ABORTED', request.url, 'Called off'));
          });
          good.fetch(request, request.url.includes('waiting') ? {} : options).then(resolve, reject);
        }),
    })),
    ['ends a request that waits for a place'],
  ],
  [
    'leaves all as it is when it is disposed of',
    flawed(() => ({ [Symbol.asyncDispose]: async () => {} })),
    [
      'ends what is in flight and what waits when it is disposed of',
      'refuses requests after it was disposed of, which may happen twice',
      'leaves nothing open that keeps the process alive',
    ],
  ],
  [
    'forgets to close a socket',
    flawed(() => {
      const socket = connect(Number(new URL(site.url).port), '127.0.0.1');
      made.push({ [Symbol.asyncDispose]: async () => void socket.destroy() });
      return {};
    }),
    ['leaves nothing open that keeps the process alive'],
  ],
  [
    'forgets to stop a timer',
    flawed(() => {
      const timer = setInterval(() => {}, 60_000);
      made.push({ [Symbol.asyncDispose]: async () => clearInterval(timer) });
      return {};
    }),
    ['leaves nothing open that keeps the process alive'],
  ],
  [
    'cannot be disposed of twice',
    flawed((good) => {
      let disposed = false;
      return {
        async [Symbol.asyncDispose]() {
          if (disposed) throw new Error('Already disposed of');
          disposed = true;
          await good[Symbol.asyncDispose]();
        },
      };
    }),
    ['refuses requests after it was disposed of, which may happen twice'],
  ],
];

describe.each(FLAWS)('a fetcher that %s', (_flaw, plugin, foundBy) => {
  const cases = fetcherCases({ plugin, server, patienceMs: 1_000 });
  test.each(foundBy)('fails "%s"', async (name) => {
    const found = cases.find((each) => each.name === name);
    if (found === undefined) throw new Error('The kit has no such test');
    await expect(found.run()).rejects.toThrow();
  });
});

test('every test of the kit has a flaw that it finds', () => {
  const names = fetcherCases({ plugin: asyncPlugin, server }).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(FLAWS.flatMap(([, , foundBy]) => foundBy))).toEqual(new Set(names));
});
