import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawGet } from '../../test/raw-client.js';
import { tideCatalogue } from '../../test/tide-catalogue.js';
import { type StandIn, startStandIn } from '../start-stand-in.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ catalogue: tideCatalogue });
});
beforeEach(() => {
  standIn.configure({ faults: [], latency: {}, seed: 1 });
  standIn.reset();
});
afterAll(() => standIn.close());

const get = (path: string, options = {}) => rawGet(`${standIn.url}${path}`, options);
const post = (path: string, body: string) => get(path, { method: 'POST', body });

describe('the log', () => {
  it('has every request in order, with what it cost', async () => {
    const page = await get('/search/tracks?q=low', { headers: { 'accept-encoding': 'gzip' } });
    await get('/v4/catalog/tracks/101/');
    await get('/track/t/9');
    await get('/_next/static/css/site.css');
    await get('/__stand-in/stats');
    expect(standIn.requests).toMatchObject([
      { method: 'GET', path: '/search/tracks', query: '?q=low', kind: 'page', sequence: 1, status: 200 },
      { path: '/v4/catalog/tracks/101/', kind: 'api', sequence: 2, status: 401 },
      { path: '/track/t/9', query: '', kind: 'page', sequence: 3, status: 404 },
      { path: '/_next/static/css/site.css', kind: 'asset', sequence: 0, status: 200 },
    ]);
    expect(standIn.requests[0]?.bytes).toBe(page.bytes.length);
    const arrivals = standIn.requests.map((request) => request.arrivedAt);
    expect(arrivals).toEqual([...arrivals].sort((one, other) => one - other));
    for (const { arrivedAt, endedAt } of standIn.requests) expect(endedAt).toBeGreaterThanOrEqual(arrivedAt);
    expect(standIn.stats).toMatchObject({
      requests: 4,
      byKind: { page: 2, api: 1, asset: 1 },
      byStatus: { 200: 2, 401: 1, 404: 1 },
      connections: 5,
    });
  });

  it('counts what is in flight at once', async () => {
    standIn.configure({ faults: [{ name: 'hang' }] });
    const stop = new AbortController();
    const asked = [1, 2, 3].map((number) => get(`/track/t/${number}`, { signal: stop.signal }));
    while (standIn.stats.inFlight < 3) await get('/__stand-in/stats');
    stop.abort();
    await Promise.all(asked);
    while (standIn.stats.inFlight > 0) await get('/__stand-in/stats');
    standIn.configure({ faults: [] });
    await get('/track/t/101');
    expect(standIn.mostInFlight).toBe(3);
    expect(standIn.stats).toMatchObject({ inFlight: 0, mostInFlight: 3, byStatus: { none: 3 } });
    standIn.reset();
    expect(standIn.mostInFlight).toBe(0);
    expect(standIn.requests).toEqual([]);
  });

  it('waits as long as was asked for before it answers', async () => {
    standIn.configure({ latency: { ms: 40 } });
    await get('/track/t/101');
    const [request] = standIn.requests;
    expect((request?.endedAt ?? 0) - (request?.arrivedAt ?? 0)).toBeGreaterThan(38);
  });
});

describe('control from another process', () => {
  it('reads what the handle reads', async () => {
    await get('/track/t/101');
    expect(JSON.parse((await get('/__stand-in/log')).text)).toEqual(standIn.requests);
    expect(JSON.parse((await get('/__stand-in/stats')).text)).toMatchObject({ requests: 1, mostInFlight: 1 });
    expect((await post('/__stand-in/reset', '')).status).toBe(200);
    expect(standIn.requests).toEqual([]);
  });

  it('changes what is named and keeps the rest', async () => {
    const answer = await post('/__stand-in/configure', '{"faults":[{"name":"server-error"}]}');
    expect(JSON.parse(answer.text)).toMatchObject({ faults: [{ name: 'server-error', rate: 1 }], seed: 1 });
    expect((await get('/track/t/101')).status).toBe(503);
    await post('/__stand-in/configure', '{"latency":{"ms":1}}');
    expect((await get('/track/t/101')).status).toBe(503);
    await post('/__stand-in/reset', '');
    expect(standIn.settings.faults).toHaveLength(1);
  });

  it.each([
    ['{"latenzy":1}', /latenzy/],
    ['{"faults":[{"name":"flood"}]}', /faults\[0\]\.name/],
    ['{"faults":[{"name":"reset","match":"("}]}', /regular expression/],
    ['{', /JSON/],
    ['[]', /settings/],
  ])('refuses %s', async (body, message) => {
    const answer = await post('/__stand-in/configure', body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).error).toMatch(message);
  });

  it('has nothing else', async () => {
    expect((await get('/__stand-in/configure')).status).toBe(404);
    expect((await get('/__stand-in/other')).status).toBe(404);
  });
});
