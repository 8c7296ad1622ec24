import { describe, expect, it } from 'vitest';
import { rawGet } from '../test/raw-client.js';
import { startStandIn } from './start-stand-in.js';

describe('startStandIn', () => {
  it('sells nothing unless told what', async () => {
    await using standIn = await startStandIn();
    const answer = await rawGet(`${standIn.url}/search/tracks?q=anything`);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('{"data":[]}');
    expect(standIn.apiUrl).toBe(`${standIn.url}/v4`);
  });

  it('cuts what is under way when it closes', async () => {
    const standIn = await startStandIn({ faults: [{ name: 'hang' }] });
    const asked = rawGet(`${standIn.url}/track/t/1`);
    while (standIn.stats.inFlight === 0) await rawGet(`${standIn.url}/__stand-in/stats`);
    await standIn.close();
    expect(await asked).toMatchObject({ status: 0, error: 'ECONNRESET' });
    await expect(rawGet(standIn.url)).resolves.toMatchObject({ error: 'ECONNREFUSED' });
  });

  it.each(['a b', '[', '%'])('survives the host "%s"', async (host) => {
    await using standIn = await startStandIn();
    expect((await rawGet(`${standIn.url}/track/t/1`, { headers: { host } })).status).toBe(404);
    expect((await rawGet(`${standIn.url}//track//t`)).status).toBe(404);
  });

  it('says that a port is taken', async () => {
    await using first = await startStandIn();
    const port = Number(new URL(first.url).port);
    await expect(startStandIn({ port })).rejects.toMatchObject({
      code: 'STAND_IN_LISTEN',
      message: expect.stringContaining(String(port)),
    });
  });

  it.each([
    [{ port: -1 }, 'STAND_IN_OPTIONS', /-1 is no port/],
    [{ port: Number.NaN }, 'STAND_IN_OPTIONS', /no port/],
    [{ faults: [{ name: 'reset', rate: 2 }] }, 'STAND_IN_OPTIONS', /faults\[0\]\.rate/],
    [{ catalogue: [{ id: 1, name: '' }] }, 'STAND_IN_CATALOGUE', /row 1/],
  ] as const)('refuses %j', async (options, code, message) => {
    await expect(startStandIn(options)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
