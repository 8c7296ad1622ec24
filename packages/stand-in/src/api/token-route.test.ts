import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawGet } from '../../test/raw-client.js';
import { tideCatalogue } from '../../test/tide-catalogue.js';
import { type StandIn, startStandIn } from '../start-stand-in.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ catalogue: tideCatalogue, apiTokenSeconds: 600 });
});
beforeEach(() => standIn.reset());
afterAll(() => standIn.close());

async function post(fields: Readonly<Record<string, string>>) {
  const answer = await rawGet(`${standIn.apiUrl}/auth/o/token/`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  return { status: answer.status, json: JSON.parse(answer.text) };
}

const renewal = {
  grant_type: 'refresh_token',
  client_id: 'stand-in-client',
  refresh_token: 'stand-in-refresh-token',
};

async function statusWith(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await rawGet(`${standIn.apiUrl}/catalog/tracks/101/`, { headers })).status;
}

describe('renewing a token', () => {
  it('gives a token that opens the API, and another refresh token', async () => {
    expect(await post(renewal)).toEqual({
      status: 200,
      json: {
        access_token: 'stand-in-access-1',
        expires_in: 600,
        token_type: 'Bearer',
        scope: 'app:docs user:dj',
        refresh_token: 'stand-in-refresh-1',
      },
    });
    expect(await statusWith('stand-in-access-1')).toBe(200);
    expect(await statusWith('stand-in-access-2')).toBe(401);
    const again = await post({ ...renewal, refresh_token: 'stand-in-refresh-1' });
    expect(again.json.access_token).toBe('stand-in-access-2');
    expect(await statusWith('stand-in-access-2')).toBe(200);
  });

  it('takes a refresh token once', async () => {
    await post(renewal);
    expect(await post(renewal)).toEqual({ status: 400, json: { error: 'invalid_grant' } });
    standIn.reset();
    expect((await post(renewal)).status).toBe(200);
  });

  it.each([
    [{ ...renewal, client_id: 'another' }, 401, 'invalid_client'],
    [{ ...renewal, refresh_token: 'unknown' }, 400, 'invalid_grant'],
    [{ ...renewal, grant_type: 'password' }, 400, 'unauthorized_client'],
    [{ ...renewal, grant_type: 'authorization_code' }, 400, 'unsupported_grant_type'],
    [{}, 401, 'invalid_client'],
  ])('refuses %j with %d', async (fields, status, error) => {
    expect(await post(fields)).toEqual({ status, json: { error } });
  });

  it('wants a form to be posted', async () => {
    const answer = await rawGet(`${standIn.apiUrl}/auth/o/token/`);
    expect([answer.status, answer.text]).toEqual([405, '{"detail":"Method \\"GET\\" not allowed."}']);
  });

  it('meets faults like every answer of the API', async () => {
    standIn.configure({ faults: [{ name: 'server-error', match: '/auth/', next: 1 }] });
    const first = await rawGet(`${standIn.apiUrl}/auth/o/token/`, { method: 'POST', body: 'x=1' });
    expect(first.status).toBe(503);
    expect((await post(renewal)).status).toBe(200);
  });
});
