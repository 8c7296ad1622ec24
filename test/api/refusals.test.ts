import { createApiCatalog, createPageReader, isCatalogTrackId, type TokenSource } from '@cuepoint/beatport';
import type { CatalogTrackId, Fetcher } from '@cuepoint/core';
import { fetcherStack } from '@cuepoint/fetch-policies';
import { type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogueFile, readCatalogueLines } from '../sample/sample-files.js';
import { fetcherFor, fixedToken } from './catalogs.js';

let standIn: StandIn;
let fetcher: Fetcher;
beforeAll(async () => {
  standIn = await startStandIn({ catalogue: catalogueFile });
  fetcher = await fetcherFor(standIn);
});
beforeEach(() => {
  standIn.configure({ faults: [], apiTokenRequests: null, restrictedIds: [], latency: { ms: 0 } });
  standIn.reset();
});
afterAll(async () => {
  await fetcher[Symbol.asyncDispose]();
  await standIn.close();
});

const ids: readonly CatalogTrackId[] = readCatalogueLines()
  .map(({ id }) => id)
  .filter(isCatalogTrackId)
  .slice(0, 60);

/** A token of the stand-in, renewed where the stand-in renews them. */
function renewingToken(): TokenSource & { readonly renewals: () => number } {
  let access = 'stand-in-token';
  let refresh = 'stand-in-refresh-token';
  let renewals = 0;
  let renewing: Promise<string> | undefined;
  const renew = async (): Promise<string> => {
    renewals += 1;
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refresh,
      client_id: 'stand-in-client',
    });
    const answer = await fetch(`${standIn.apiUrl}/auth/o/token/`, { method: 'POST', body });
    const tokens: { access_token: string; refresh_token: string } = JSON.parse(await answer.text());
    access = tokens.access_token;
    refresh = tokens.refresh_token;
    renewing = undefined;
    return access;
  };
  return {
    current: async () => access,
    refresh: async (refused) => {
      if (refused !== access) return access;
      renewing ??= renew();
      return renewing;
    },
    renewals: () => renewals,
  };
}

describe('a token that expires in the middle of a run', () => {
  it.each([1, 5, 30])('loses no track with %d requests at once', async (concurrency) => {
    standIn.configure({ apiTokenRequests: 25, latency: { ms: 2, jitterMs: 6 } });
    const token = renewingToken();
    const catalog = createApiCatalog({ fetcher, baseUrl: standIn.apiUrl, token });
    const outcomes = await catalog.tracks(ids, { concurrency });
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.track.id : outcome.code))).toEqual(ids);
    expect(token.renewals()).toBe(2);
    expect(catalog.shutOut).toBeUndefined();
  });

  it('passes every policy again, under the pace of the host', async () => {
    standIn.configure({ apiTokenRequests: 10 });
    const reader = createPageReader();
    const stack = fetcherStack({ fetcher: await fetcherFor(standIn), classify: reader.classify });
    await using _ = stack.fetcher;
    const token = renewingToken();
    const catalog = createApiCatalog({ fetcher: stack.fetcher, baseUrl: standIn.apiUrl, token, reader });
    const outcomes = await catalog.tracks(ids.slice(0, 30), { concurrency: 1 });
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(30);
    expect([token.renewals(), stack.halted, stack.breaker.blockedInARow]).toEqual([2, undefined, 0]);
  });

  it('ends the asking where no other token can be had: those under way are refused, and no further one is sent', async () => {
    standIn.configure({ apiTokenRequests: 20 });
    const catalog = createApiCatalog({ fetcher, baseUrl: standIn.apiUrl, token: fixedToken('stand-in-token') });
    const outcomes = await catalog.tracks(ids, { concurrency: 4 });
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(20);
    expect(
      new Set(outcomes.slice(24).map((outcome) => (outcome.ok ? 'ok' : `${outcome.kind} ${outcome.code}`))),
    ).toEqual(new Set(['blocked API_TOKEN_REFUSED']));
    expect(standIn.requests.length).toBeLessThanOrEqual(24);
    expect(catalog.shutOut).toMatchObject({ kind: 'blocked' });
  });
});

describe('a track that the API holds back', () => {
  it('is not found by its number, is found by its name, and stands for no other track', async () => {
    const [held, free] = ids;
    const [line] = readCatalogueLines();
    if (held === undefined || free === undefined || line === undefined) throw new Error('the sample is empty');
    standIn.configure({ restrictedIds: [held] });
    const catalog = createApiCatalog({ fetcher, baseUrl: standIn.apiUrl, token: fixedToken('stand-in-token') });
    expect(await catalog.tracks([held, free])).toMatchObject([
      { ok: false, kind: 'not-found', code: 'API_TERRITORY_RESTRICTED' },
      { ok: true, track: { id: free } },
    ]);
    const text = [...line.artists, line.name, line.mix_name].join(' ');
    const outcome = await catalog.searchAndFetch({ text, type: 'priority' }, 5);
    expect(outcome.ok && outcome.tracks.map(({ id }) => id)).toContain(held);
  });
});

describe('a fault of the API', () => {
  it.each([
    ['rate-limited', 'rate-limited', 'rate-limited'],
    ['forbidden', 'blocked', 'blocked'],
    ['challenge', 'blocked', 'blocked'],
    ['challenge-200', 'blocked', 'blocked'],
    ['server-error', 'failed', 'transient'],
    ['reset', 'failed', 'FETCH_NETWORK'],
    ['reset-mid-body', 'failed', 'FETCH_NETWORK'],
    ['truncated', 'failed', 'FETCH_NETWORK'],
    ['truncated-gzip', 'failed', 'FETCH_NETWORK'],
    ['no-payload', 'failed', 'missing-payload'],
    ['shell', 'failed', 'missing-payload'],
    ['unknown-shape', 'failed', 'unknown-shape'],
  ] as const)('%s is never taken for an answer', async (name, kind, code) => {
    standIn.configure({ faults: [{ name }] });
    const catalog = createApiCatalog({ fetcher, baseUrl: standIn.apiUrl, token: fixedToken('stand-in-token') });
    expect(await catalog.search({ text: 'silver arcade', type: 'priority' })).toMatchObject({ ok: false, kind, code });
    expect(catalog.shutOut).toBeUndefined();
  });
});
