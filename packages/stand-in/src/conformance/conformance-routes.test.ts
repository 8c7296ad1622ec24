import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawGet } from '../../test/raw-client.js';
import { type StandIn, startStandIn } from '../start-stand-in.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ latency: { ms: 60_000 }, faults: [{ name: 'forbidden' }] });
});
beforeEach(async () => {
  await get('/seen/reset', { method: 'POST' });
});
afterAll(() => standIn.close());

const get = (path: string, options = {}) => rawGet(`${standIn.url}/__test${path}`, options);
const seen = async () => JSON.parse((await get('/seen')).text);

describe('conformance routes', () => {
  it('echo', async () => {
    const { text } = await get('/echo?a=1', { method: 'POST', headers: { 'x-sent': 'yes' }, body: 'ignored' });
    expect(JSON.parse(text)).toMatchObject({ method: 'POST', url: '/__test/echo?a=1', headers: { 'x-sent': 'yes' } });
  });

  it.each([200, 403, 404, 429, 503])('status/%d', async (status) => {
    expect(await get(`/status/${status}`)).toMatchObject({ status, text: `status ${status}` });
  });

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
    ['deflate', inflateSync],
    ['identity', (bytes: Buffer) => bytes],
  ] as const)('encoded/%s', async (encoding, decode) => {
    const answer = await get(`/encoded/${encoding}`);
    expect(answer.headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(decode(answer.bytes).toString('utf8')).toBe('Zoë ✓ Ødegaard');
  });

  it('charset/latin1', async () => {
    const answer = await get('/charset/latin1');
    expect(answer.headers['content-type']).toBe('text/html; charset=iso-8859-1');
    expect([...answer.bytes]).toEqual([0x5a, 0x6f, 0xeb]);
  });

  it.each([
    ['/redirect/3', '/__test/redirect/2'],
    ['/redirect/1', '/__test/echo'],
    ['/redirect-loop', '/__test/redirect-loop'],
    ['/redirect-to?url=https%3A%2F%2Fexample.org%2Fx%3Fy%3D1', 'https://example.org/x?y=1'],
  ])('%s leads to %s', async (path, location) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.location]).toEqual([302, location]);
  });

  it('delay', async () => {
    expect(await get('/delay/5')).toMatchObject({ status: 200, text: 'late' });
  });

  it('drip', async () => {
    const answer = await get('/drip/1', { enough: (bytes: number) => bytes >= 3 });
    expect(answer).toMatchObject({ status: 200, complete: false });
    expect(answer.bytes.length).toBeGreaterThanOrEqual(3);
  });

  it('truncated', async () => {
    const answer = await get('/truncated');
    expect(answer).toMatchObject({ status: 200, complete: false, text: '0123456789' });
    expect(answer.headers['content-length']).toBe('1000');
  });

  it('truncated-gzip', async () => {
    const answer = await get('/truncated-gzip');
    expect(answer.complete).toBe(true);
    expect(() => gunzipSync(answer.bytes)).toThrow(/unexpected end/);
  });

  it('reset and reset-at-once', async () => {
    expect(await get('/reset')).toMatchObject({ status: 200, complete: false, error: 'ECONNRESET' });
    expect(await get('/reset-at-once')).toMatchObject({ status: 0, complete: false, error: 'ECONNRESET' });
  });

  it('big and bomb', async () => {
    const big = await get('/big/200001');
    expect([big.bytes.length, big.headers['content-length']]).toEqual([200_001, '200001']);
    const bomb = await get('/bomb/5000000');
    expect(bomb.bytes.length).toBeLessThan(20_000);
    expect(gunzipSync(bomb.bytes).length).toBe(5_000_000);
  });

  it('set-cookie', async () => {
    expect((await get('/set-cookie')).headers['set-cookie']?.[0]).toBe('stand_in=kept; Path=/; HttpOnly');
  });

  it.each(['/nothing', '/encoded/lzma', '/toString', '/encoded/constructor'])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('seen', () => {
  it('tells the order, the most in flight and the connections', async () => {
    expect(await seen()).toMatchObject({ order: [], most: 0 });
    await get('/status/200?first');
    await Promise.all([get('/delay/20?a'), get('/delay/20?b')]);
    const { order, most, connections } = await seen();
    expect(order[0]).toBe('/__test/status/200?first');
    expect(order.slice(1).sort()).toEqual(['/__test/delay/20?a', '/__test/delay/20?b']);
    expect(most).toBe(2);
    // Three of these requests, and the two that asked what was seen.
    expect(connections).toBe(5);
  });
});
