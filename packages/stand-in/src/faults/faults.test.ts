import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextDataOf } from '../../test/next-data.js';
import { rawGet } from '../../test/raw-client.js';
import { tideCatalogue } from '../../test/tide-catalogue.js';
import type { StandInSettingsInput } from '../settings.js';
import { type StandIn, startStandIn } from '../start-stand-in.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ catalogue: tideCatalogue });
});
beforeEach(() => {
  standIn.configure({ faults: [], ceilingPerSecond: null, refuseRobots: true, seed: 1, latency: {} });
  standIn.reset();
});
afterAll(() => standIn.close());

const search = '/search/tracks?q=low+tide';
const get = (path = search, options = {}) => rawGet(`${standIn.url}${path}`, options);
const withFaults = (...faults: NonNullable<StandInSettingsInput['faults']>): void => {
  standIn.configure({ faults });
};

describe('answers in place of the page', () => {
  it.each([
    ['rate-limited', {}, 429, '1'],
    ['rate-limited', { retryAfterS: 7 }, 429, '7'],
    ['rate-limited-bare', {}, 429, undefined],
    ['forbidden', {}, 403, undefined],
    ['server-error', {}, 503, undefined],
    ['server-error', { status: 502 }, 502, undefined],
  ] as const)('%s %j: %d', async (name, more, status, retryAfter) => {
    withFaults({ name, ...more });
    const answer = await get();
    expect(answer.status).toBe(status);
    expect(answer.headers['retry-after']).toBe(retryAfter);
    expect(answer.text).not.toContain('__NEXT_DATA__');
    expect(standIn.requests[0]).toMatchObject({ status, fault: name });
  });

  it('rate-limited-date says when, as a date', async () => {
    withFaults({ name: 'rate-limited-date', retryAfterS: 120 });
    const before = Date.now();
    const { headers } = await get();
    const seconds = (Date.parse(headers['retry-after'] ?? '') - before) / 1000;
    expect(seconds).toBeGreaterThan(118);
    expect(seconds).toBeLessThan(150);
    expect(headers['retry-after']).toMatch(/GMT$/);
  });

  it.each([
    ['challenge', 403],
    ['challenge-200', 200],
  ] as const)('%s is lifted by the cookie of its solution', async (name, status) => {
    withFaults({ name });
    const challenged = await get();
    expect(challenged.status).toBe(status);
    expect(challenged.headers).toMatchObject({ server: 'cloudflare', 'cf-mitigated': 'challenge' });
    expect(challenged.headers['cf-ray']).toMatch(/^[0-9a-f]+-FRA$/);
    expect(challenged.text).toContain('Just a moment');
    expect(challenged.text).not.toContain('__NEXT_DATA__');

    const way = /id="challenge-solve" href="([^"]+)"/.exec(challenged.text)?.[1] ?? '';
    const solved = await get(way.replaceAll('&amp;', '&'));
    expect([solved.status, solved.headers.location]).toEqual([302, search]);
    const [cookie = ''] = (solved.headers['set-cookie']?.[0] ?? '').split(';');
    const open = await get(search, { headers: { cookie: `other=1; ${cookie}` } });
    expect(open.status).toBe(200);
    expect(nextDataOf(open.text).query.q).toBe('low tide');
    expect((await get(search, { headers: { cookie: 'cf_clearance=guessed' } })).status).toBe(status);
  });
});

describe('answers spoilt on their way', () => {
  it('reset ends the connection before a head', async () => {
    withFaults({ name: 'reset' });
    expect(await get()).toMatchObject({ status: 0, complete: false, error: 'ECONNRESET' });
    expect(standIn.requests[0]).not.toHaveProperty('status');
  });

  it.each(['reset-mid-body', 'truncated'] as const)('%s sends half of what it announced', async (name) => {
    withFaults({ name });
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(answer.complete).toBe(false);
    expect(answer.bytes.length).toBeLessThan(Number(answer.headers['content-length']));
    if (name === 'truncated')
      expect(answer.bytes.length).toBe(Math.floor(Number(answer.headers['content-length']) / 2));
  });

  it('truncated-gzip is a complete answer with half of a compressed body', async () => {
    withFaults({ name: 'truncated-gzip' });
    const answer = await get();
    expect(answer).toMatchObject({ status: 200, complete: true });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(() => gunzipSync(answer.bytes)).toThrow(/unexpected end/);
  });

  it('drip sends a little at a time, and all of it in the end', async () => {
    withFaults({ name: 'drip', dripBytes: 20_000, dripMs: 1 });
    const answer = await get();
    expect(answer.complete).toBe(true);
    expect(nextDataOf(answer.text).query.q).toBe('low tide');
  });

  it('drip stops when the client goes', async () => {
    withFaults({ name: 'drip', dripBytes: 1, dripMs: 1 });
    const answer = await get(search, { enough: (bytes: number) => bytes >= 3 });
    expect(answer.complete).toBe(false);
    expect(answer.text).toMatch(/^<!D/);
  });

  it('hang never answers', async () => {
    withFaults({ name: 'hang' });
    const stop = new AbortController();
    const asked = get(search, { signal: stop.signal });
    while (standIn.stats.faults.hang !== 1) await get('/__stand-in/stats');
    stop.abort();
    expect(await asked).toMatchObject({ status: 0, error: 'ABORT_ERR' });
    expect(standIn.requests[0]).toMatchObject({ fault: 'hang', bytes: 0 });
  });
});

describe('pages that are not what they seem', () => {
  it('empty-shell has neither data nor a script that gets them', async () => {
    withFaults({ name: 'empty-shell' });
    const { status, text } = await get();
    expect(status).toBe(200);
    expect(text).toContain('<div id="__next"></div>');
    expect(text).not.toContain('/__shell/data');
  });

  it('no-payload is a page that is none of the site', async () => {
    withFaults({ name: 'no-payload' });
    const { status, text } = await get();
    expect(status).toBe(200);
    expect(text).toContain('We will be right back');
    expect(text).not.toMatch(/_next|__NEXT_DATA__/);
  });

  it('unknown-shape has data that holds no track', async () => {
    withFaults({ name: 'unknown-shape' });
    const [query] = nextDataOf((await get()).text).props.pageProps.dehydratedState.queries;
    expect(query?.queryKey[0]).toBe('search-tracks');
    expect(query?.state.data).toEqual({ node: expect.anything() });
  });

  it.each(['empty-shell', 'no-payload', 'unknown-shape'] as const)('%s concerns the API too', async (name) => {
    withFaults({ name });
    const { status, text } = await get('/v4/catalog/tracks/101/', {
      headers: { authorization: 'Bearer stand-in-token' },
    });
    expect(status).toBe(200);
    expect(text).not.toContain('Low Tide');
  });
});

describe('which requests', () => {
  const statuses = async (count: number, path = search): Promise<number[]> => {
    const found: number[] = [];
    for (let index = 0; index < count; index += 1) found.push((await get(path)).status);
    return found;
  };

  it('the next few', async () => {
    withFaults({ name: 'server-error', next: 2 });
    expect(await statuses(4)).toEqual([503, 503, 200, 200]);
    standIn.reset();
    expect(await statuses(1)).toEqual([503]);
  });

  it('those whose address matches', async () => {
    withFaults({ name: 'forbidden', match: '^/track/.*102$' });
    expect(await statuses(1, '/track/t/101')).toEqual([200]);
    expect(await statuses(1, '/track/t/102')).toEqual([403]);
  });

  it('the first rule that applies', async () => {
    withFaults({ name: 'server-error', next: 1 }, { name: 'rate-limited', next: 1 });
    expect(await statuses(3)).toEqual([503, 429, 200]);
  });

  it('a share, the same for the same seed and another for another', async () => {
    withFaults({ name: 'server-error', rate: 0.4 });
    const first = await statuses(40);
    const share = first.filter((status) => status === 503).length / 40;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.65);
    standIn.reset();
    expect(await statuses(40)).toEqual(first);
    standIn.configure({ seed: 2 });
    standIn.reset();
    expect(await statuses(40)).not.toEqual(first);
  });

  it('none of the control, asset and test requests', async () => {
    withFaults({ name: 'forbidden' });
    expect(await statuses(1, '/__stand-in/stats')).toEqual([200]);
    expect(await statuses(1, '/_next/static/css/site.css')).toEqual([200]);
    expect(await statuses(1, '/__test/status/204')).toEqual([204]);
  });
});

describe('always, or unless told otherwise', () => {
  it.each([
    ['low+(tide)', 200],
    ['low+(tide)+(extended)', 403],
    ['low+((tide))', 200],
    ['low+)tide(', 200],
  ])('q=%s gives %d', async (query, status) => {
    expect((await get(`/search/tracks?q=${query}`)).status).toBe(status);
  });

  it.each([
    ['', 403],
    ['undici', 403],
    ['node', 403],
    ['curl/8.5.0', 403],
    ['python-requests/2.32', 403],
    ['ExampleBot/2.1', 403],
    ['CuePoint/0.1 (+https://example.org)', 200],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', 200],
  ])('the user agent "%s" gets %d', async (userAgent, status) => {
    expect((await get(search, { headers: { 'user-agent': userAgent } })).status).toBe(status);
    standIn.configure({ refuseRobots: false });
    expect((await get(search, { headers: { 'user-agent': userAgent } })).status).toBe(200);
  });

  it('a ceiling answers what comes beyond it with 429', async () => {
    standIn.configure({ ceilingPerSecond: 3 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => get()));
    expect(answers.map((answer) => answer.status).sort((one, other) => one - other)).toEqual([
      ...[200, 200, 200],
      ...[429, 429, 429, 429, 429],
    ]);
    expect(answers.find((answer) => answer.status === 429)?.headers['retry-after']).toBe('1');
  });
});
