import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawGet } from '../../test/raw-client.js';
import { tideCatalogue } from '../../test/tide-catalogue.js';
import { type StandIn, startStandIn } from '../start-stand-in.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ catalogue: tideCatalogue, apiTokens: ['opens'] });
});
beforeEach(() => {
  standIn.configure({ apiTokenRequests: null, restrictedIds: [] });
  standIn.reset();
});
afterAll(() => standIn.close());

async function api(path: string, token = 'opens'): Promise<{ status: number; json: ReturnType<typeof JSON.parse> }> {
  const answer = await rawGet(`${standIn.apiUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, json: JSON.parse(answer.text) };
}

describe('search', () => {
  it('has its rows under the name of the category, not under results', async () => {
    const { status, json } = await api('/catalog/search/?q=low+tide&type=tracks&per_page=3');
    expect(status).toBe(200);
    expect(Object.keys(json).sort()).toEqual(['count', 'next', 'page', 'per_page', 'previous', 'tracks']);
    expect(json).toMatchObject({ count: 5, page: '1/2', per_page: 3, previous: null });
    expect(json.next).toMatch(/^127\.0\.0\.1:\d+\/v4\/catalog\/search\/\?.*page=2/);
    expect(json.tracks).toHaveLength(3);
    const second = await api('/catalog/search/?q=low+tide&type=tracks&per_page=3&page=2');
    expect(second.json).toMatchObject({ page: '2/2', next: null });
    const ids = [...json.tracks, ...second.json.tracks].map((track: { id: number }) => track.id);
    expect(new Set(ids).size).toBe(5);
  });

  it('has every category without a type, and nothing for words that hit nothing', async () => {
    expect((await api('/catalog/search/?q=low')).json).toMatchObject({ artists: [], releases: [], page: '1/1' });
    expect((await api('/catalog/search/?q=xyzzy&type=tracks')).json).toMatchObject({
      tracks: [],
      count: 0,
      page: '1/1',
    });
  });
});

describe('tracks', () => {
  it('finds every copy of an ISRC, and ignores q', async () => {
    const { json } = await api('/catalog/tracks/?isrc=QZABC2400101&q=undertow');
    expect(json.results.map((track: { id: number }) => track.id)).toEqual([101, 205]);
    expect(json).toMatchObject({ count: 2, page: '1/1' });
    expect(json.results[0]).toMatchObject({
      url: `${standIn.apiUrl}/catalog/tracks/101/`,
      key: { name: 'A# Minor', id: 26 },
    });
    for (const name of ['number', 'desc', 'enabled', 'hidden', 'exclusive_period']) {
      expect(json.results[0]).not.toHaveProperty(name);
    }
  });

  it.each([
    ['name=undertow', [302, 303]],
    ['artist_name=ØDEGAARD', [102]],
    ['artist_name=gullwing,tide', [301, 303]],
    ['bpm=120:125', [101]],
    ['bpm=:100', [205]],
    ['mix_name=extended&label_name=harbour', [102]],
    ['key_name=bb+minor', [205]],
    ['id=101,303', [101, 303]],
  ])('filters by %s', async (filter, ids) => {
    const { json } = await api(`/catalog/tracks/?${filter}`);
    expect(json.results.map((track: { id: number }) => track.id)).toEqual(ids);
  });

  it('gives one track in full', async () => {
    const { status, json } = await api('/catalog/tracks/102/');
    expect(status).toBe(200);
    expect(json).toMatchObject({ id: 102, number: 2, hidden: false, new_release_date: '2024-03-08' });
    expect(json).not.toHaveProperty('url');
  });
});

describe('refusals', () => {
  it('sends an address without its slash to the one with it', async () => {
    const answer = await rawGet(`${standIn.apiUrl}/catalog/search?q=low`);
    expect([answer.status, answer.headers.location]).toEqual([301, '/v4/catalog/search/?q=low']);
  });

  it.each([
    ['/catalog/tracks/999/', 404, { detail: 'Not found.' }],
    ['/catalog/tracks/abc/', 404, { detail: 'Not found.' }],
    ['/catalog/nothing/', 404, { detail: 'Not found.' }],
    ['/catalog/tracks/?id=abc', 400, { id: ['Enter a number.'] }],
  ])('%s: %d', async (path, status, json) => {
    expect(await api(path)).toEqual({ status, json });
  });

  it('does not sell everything everywhere', async () => {
    standIn.configure({ restrictedIds: [101] });
    expect(await api('/catalog/tracks/101/')).toEqual({ status: 403, json: { detail: 'Territory Restricted.' } });
    expect((await api('/catalog/tracks/102/')).status).toBe(200);
    expect((await rawGet(`${standIn.url}/track/t/101`)).status).toBe(200);
  });

  it('wants a token it knows', async () => {
    const bare = await rawGet(`${standIn.apiUrl}/catalog/tracks/101/`);
    expect(bare.status).toBe(401);
    expect(JSON.parse(bare.text)).toEqual({ detail: 'Authentication credentials were not provided.' });
    expect((await api('/catalog/tracks/101/', 'wrong')).status).toBe(401);
  });

  it('lets a token expire', async () => {
    standIn.configure({ apiTokenRequests: 2, apiTokens: ['opens', 'fresh'] });
    const statuses: number[] = [];
    for (const token of ['opens', 'opens', 'opens', 'fresh']) {
      statuses.push((await api('/catalog/tracks/101/', token)).status);
    }
    expect(statuses).toEqual([200, 200, 401, 200]);
  });
});
