import { inspect } from 'node:util';
import {
  type CatalogOptions,
  type CatalogQuery,
  CuePointError,
  type Page,
  type PageReport,
  type PageRequest,
} from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { type Answer, fetcherOf, idOf, refuse } from '../../test/hand-fetcher.js';
import { pageOf } from '../../test/pages.js';
import { apiTrackOf, LUMEN_DRIFT } from '../../test/tracks.js';
import { createApiCatalog } from './api-catalog.js';
import type { TokenSource } from './token-source.js';

const LUMEN: CatalogQuery = { text: 'Ada Vale Lumen Drift', type: 'priority' };
const FIRST = 'first-token-0123456789';
const SECOND = 'second-token-9876543210';
const PLAN = '{"detail":"You do not have permission to perform this action."}';

function json(value: unknown, parts: Partial<Page> = {}): Page {
  return pageOf({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value), ...parts });
}

/** The API, with one track at every number and one token that it takes. */
function apiThatTakes(token: string): Answer {
  return ({ url, headers }) => {
    if (headers?.authorization !== `Bearer ${token}`) return json({ detail: 'Invalid token.' }, { url, status: 401 });
    const id = Number(/tracks\/(\d+)\/$/.exec(url)?.[1] ?? 0);
    if (id > 0) return json(apiTrackOf({ id }), { url });
    const row = apiTrackOf({ isrc: null });
    return json(url.includes('/search/') ? { tracks: [row], page: '1/1587' } : { results: [row], page: '1/1' }, {
      url,
    });
  };
}

/** Gives the first token, and the others one by one when it is renewed. */
function tokenOf(...tokens: readonly string[]): TokenSource & { readonly renewals: () => number } {
  let at = 0;
  let renewals = 0;
  return {
    current: async () => tokens[at] ?? '',
    refresh: async (refused) => {
      if (tokens[at] !== refused) return tokens[at];
      renewals += 1;
      if (at === tokens.length - 1) return undefined;
      at += 1;
      return tokens[at];
    },
    renewals: () => renewals,
  };
}

function catalogOf(answer: Answer, token: TokenSource = tokenOf(FIRST)) {
  const fetcher = fetcherOf(answer);
  const reports: PageReport[] = [];
  const options: CatalogOptions = { onPage: (report) => reports.push(report) };
  return { fetcher, reports, options, catalog: createApiCatalog({ fetcher, token }) };
}

const sentTokens = (requests: readonly PageRequest[]) => requests.map(({ headers }) => headers?.authorization);

describe('search', () => {
  it('asks the search for tracks, with the token in the header alone', async () => {
    const { catalog, fetcher } = catalogOf(apiThatTakes(FIRST));
    const { isrc: _, ...rowOfSearch } = LUMEN_DRIFT;
    expect(await catalog.search(LUMEN)).toEqual({ ok: true, tracks: [rowOfSearch] });
    expect(fetcher.requests).toEqual([
      {
        url: 'https://api.beatport.com/v4/catalog/search/?q=Ada+Vale+Lumen+Drift&type=tracks&per_page=50',
        kind: 'api',
        headers: { accept: 'application/json', authorization: `Bearer ${FIRST}` },
      },
    ]);
    expect(catalog.name).toBe('api');
  });

  it.each([
    ['gbabc2400017', 'isrc', '/catalog/tracks/?isrc=GBABC2400017&per_page=50'],
    ['GB-ABC-24-00017', 'isrc', '/catalog/tracks/?isrc=GBABC2400017&per_page=50'],
    ['no isrc at all', 'isrc', '/catalog/search/?q=no+isrc+at+all&type=tracks&per_page=50'],
    ['GBABC2400017', 'priority', '/catalog/search/?q=GBABC2400017&type=tracks&per_page=50'],
  ] as const)('asks for %s as %s at %s', async (text, type, path) => {
    const { catalog, fetcher } = catalogOf(apiThatTakes(FIRST));
    expect(await catalog.search({ text, type })).toMatchObject({ ok: true, tracks: [{ id: 4100001 }] });
    expect(fetcher.requests[0]?.url).toBe(`https://api.beatport.com/v4${path}`);
  });

  it.each(['http://127.0.0.1:8080/v4', 'http://127.0.0.1:8080/v4/'])('asks the API at %s', async (baseUrl) => {
    const fetcher = fetcherOf(apiThatTakes(FIRST));
    await createApiCatalog({ fetcher, token: tokenOf(FIRST), baseUrl }).track(idOf(5));
    expect(fetcher.requests[0]?.url).toBe('http://127.0.0.1:8080/v4/catalog/tracks/5/');
  });

  it('answers an empty list for a search without results', async () => {
    const { catalog } = catalogOf(() => json({ tracks: [], count: 0, page: '1/1' }));
    expect(await catalog.search(LUMEN)).toEqual({ ok: true, tracks: [] });
  });

  it.each([
    ['rate-limited', 'rate-limited', pageOf({ status: 429 })],
    ['blocked', 'blocked', pageOf({ status: 403, headers: { 'cf-mitigated': 'challenge' } })],
    ['failed', 'transient', pageOf({ status: 502 })],
    ['failed', 'unknown-shape', json({ id: ['Enter a number.'] }, { status: 400 })],
    ['failed', 'unknown-shape', json({ detail: 'Not found.' }, { status: 404 })],
    ['failed', 'unknown-shape', json({ results: [{ id: 1, name: 'House' }] })],
    ['failed', 'API_PLAN_TOO_SMALL', pageOf({ status: 403, body: PLAN })],
  ])('answers %s for what is %s', async (kind, code, page) => {
    const { catalog } = catalogOf(() => page);
    expect(await catalog.search(LUMEN)).toMatchObject({ ok: false, kind, code, message: expect.stringMatching(/\.$/) });
  });

  it('does not ask again with an account that may not search', async () => {
    const { catalog, fetcher } = catalogOf(() => pageOf({ status: 403, body: PLAN }));
    const first = await catalog.search(LUMEN);
    expect(await catalog.search({ text: 'another', type: 'priority' })).toEqual(first);
    expect(catalog.shutOut).toEqual(first);
    expect(fetcher.requests).toHaveLength(1);
  });
});

describe('track', () => {
  it('gives one track in full', async () => {
    const { catalog } = catalogOf(apiThatTakes(FIRST));
    expect(await catalog.track(idOf(4100001))).toEqual({ ok: true, track: LUMEN_DRIFT });
  });

  it('is not found, for a reason of its own, where the API holds it back', async () => {
    const url = 'https://api.beatport.com/v4/catalog/tracks/5/';
    const { catalog, reports, options } = catalogOf(() =>
      json({ detail: 'Territory Restricted.' }, { url, status: 403 }),
    );
    expect(await catalog.track(idOf(5), options)).toEqual({
      ok: false,
      kind: 'not-found',
      code: 'API_TERRITORY_RESTRICTED',
      message: "Beatport's API does not give this track out in your country, though the web site may show it.",
    });
    expect(reports).toMatchObject([{ outcome: 'not-found', status: 403 }]);
    expect(catalog.shutOut).toBeUndefined();
  });

  it('that only one account may not see does not end the asking', async () => {
    const { catalog, fetcher } = catalogOf(() => pageOf({ status: 403, body: PLAN }));
    expect(await catalog.track(idOf(5))).toMatchObject({ kind: 'failed', code: 'API_PLAN_TOO_SMALL' });
    await catalog.track(idOf(6));
    expect(fetcher.requests).toHaveLength(2);
  });

  it('keeps what the search said of a track that the API holds back', async () => {
    const { catalog } = catalogOf((request, options) =>
      request.url.includes('/search/')
        ? apiThatTakes(FIRST)(request, options)
        : json({ detail: 'Territory Restricted.' }, { url: request.url, status: 403 }),
    );
    expect(await catalog.searchAndFetch(LUMEN, 5)).toMatchObject({ ok: true, tracks: [{ id: 4100001, bpm: 124 }] });
  });

  it('answers one outcome per id, in the order asked for', async () => {
    const { catalog } = catalogOf(apiThatTakes(FIRST));
    expect(await catalog.tracks([7, 3].map(idOf))).toMatchObject([
      { ok: true, track: { id: 7 } },
      { ok: true, track: { id: 3 } },
    ]);
  });
});

describe('a refused token', () => {
  it('is renewed once, and the question asked again', async () => {
    const token = tokenOf(FIRST, SECOND);
    const { catalog, fetcher, reports, options } = catalogOf(apiThatTakes(SECOND), token);
    expect(await catalog.track(idOf(5), options)).toMatchObject({ ok: true });
    expect(sentTokens(fetcher.requests)).toEqual([`Bearer ${FIRST}`, `Bearer ${SECOND}`]);
    expect(reports.map(({ outcome, status }) => [outcome, status])).toEqual([
      ['blocked', 401],
      ['ok', 200],
    ]);
    expect(token.renewals()).toBe(1);
    expect(catalog.shutOut).toBeUndefined();
  });

  it('is renewed once for all who were refused with it', async () => {
    const token = tokenOf(FIRST, SECOND);
    let refusedAtOnce = 0;
    const waiting: (() => void)[] = [];
    const { catalog, fetcher } = catalogOf(async (request, options) => {
      const page = await apiThatTakes(SECOND)(request, options);
      if (page.status !== 401) return page;
      refusedAtOnce += 1;
      // All four are refused before any of them hears of it, as when a token expires under a full pool.
      if (refusedAtOnce === 4) for (const go of waiting) go();
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return page;
    }, token);
    const outcomes = await catalog.tracks([1, 2, 3, 4].map(idOf));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(fetcher.requests).toHaveLength(8);
    expect(token.renewals()).toBe(1);
  });

  it('that cannot be renewed is not sent again', async () => {
    const { catalog, fetcher } = catalogOf(apiThatTakes(SECOND), tokenOf(FIRST));
    const refused = {
      ok: false,
      kind: 'blocked',
      code: 'API_TOKEN_REFUSED',
      message: "Beatport's API does not take the token: it has expired or was withdrawn. Log in with a new one.",
    };
    expect(await catalog.search(LUMEN)).toEqual(refused);
    expect(await catalog.track(idOf(5))).toEqual(refused);
    expect(catalog.shutOut).toEqual(refused);
    expect(fetcher.requests).toHaveLength(1);
  });

  it('ends the asking when the renewed one is refused too', async () => {
    const { catalog, fetcher } = catalogOf(apiThatTakes('a third'), tokenOf(FIRST, SECOND));
    expect(await catalog.search(LUMEN)).toMatchObject({ code: 'API_TOKEN_REFUSED' });
    expect(await catalog.search(LUMEN)).toMatchObject({ code: 'API_TOKEN_REFUSED' });
    expect(fetcher.requests).toHaveLength(2);
  });

  it('ends the asking when every renewed one is refused too', async () => {
    let made = 1;
    const { catalog, fetcher } = catalogOf(apiThatTakes(FIRST), {
      current: async () => `token-number-${made}`,
      refresh: async () => {
        made += 1;
        return `token-number-${made}`;
      },
    });
    expect(await catalog.search(LUMEN)).toMatchObject({ code: 'API_TOKEN_REFUSED' });
    expect(await catalog.search(LUMEN)).toMatchObject({ code: 'API_TOKEN_REFUSED' });
    expect(fetcher.requests).toHaveLength(4);
  });

  it.each(['current', 'refresh'])('opens again with another token, given by %s', async (by) => {
    let held = FIRST;
    const { catalog } = catalogOf(apiThatTakes(SECOND), {
      current: async () => (by === 'current' ? held : FIRST),
      refresh: async () => (held === FIRST ? undefined : held),
    });
    expect(await catalog.track(idOf(5))).toMatchObject({ code: 'API_TOKEN_REFUSED' });
    held = SECOND;
    expect(await catalog.track(idOf(5))).toMatchObject({ ok: true });
    expect(catalog.shutOut).toBeUndefined();
  });

  it('is not sent while its renewal fails, which is tried again', async () => {
    let fails = true;
    const token: TokenSource = {
      current: async () => (fails ? FIRST : SECOND),
      refresh: async () => {
        if (fails) throw new CuePointError('TOKEN_RENEWAL_FAILED', 'The API was not reached.', { hint: 'Try later.' });
        return SECOND;
      },
    };
    const { catalog, fetcher } = catalogOf(apiThatTakes(SECOND), token);
    const failed = {
      ok: false,
      kind: 'blocked',
      code: 'TOKEN_RENEWAL_FAILED',
      message: 'The API was not reached. Try later.',
    };
    expect([await catalog.track(idOf(5)), await catalog.track(idOf(5))]).toEqual([failed, failed]);
    expect(fetcher.requests).toHaveLength(1);
    fails = false;
    expect(await catalog.track(idOf(5))).toMatchObject({ ok: true });
  });

  it('sends nothing without a token, and says why', async () => {
    const { catalog, fetcher } = catalogOf(apiThatTakes(FIRST), {
      current: async () => {
        throw new CuePointError('TOKEN_MISSING', 'There is no token.');
      },
      refresh: async () => undefined,
    });
    expect(await catalog.search(LUMEN)).toMatchObject({ kind: 'blocked', code: 'TOKEN_MISSING' });
    expect(catalog.shutOut).toMatchObject({ code: 'TOKEN_MISSING', message: 'There is no token.' });
    expect(fetcher.requests).toEqual([]);
  });
});

describe('the signal', () => {
  it('ends a question that waits for a renewal', async () => {
    const stop = new AbortController();
    const { catalog, fetcher } = catalogOf(apiThatTakes(SECOND), {
      current: async () => FIRST,
      refresh: () => {
        stop.abort();
        return new Promise(() => {});
      },
    });
    expect(await catalog.search(LUMEN, { signal: stop.signal })).toMatchObject({ kind: 'aborted' });
    expect(catalog.shutOut).toBeUndefined();
    expect(fetcher.requests).toHaveLength(1);
  });

  it('asks for nothing once it has fired', async () => {
    const { catalog, fetcher } = catalogOf(apiThatTakes(FIRST));
    expect(await catalog.search(LUMEN, { signal: AbortSignal.abort() })).toMatchObject({ kind: 'aborted' });
    expect(fetcher.requests).toEqual([]);
  });
});

describe('the token', () => {
  it.each<[string, Answer]>([
    ['an answer', apiThatTakes(FIRST)],
    ['a refusal', apiThatTakes('neither')],
    ['a lost connection', refuse('FETCH_NETWORK')],
    [
      'a fetcher that quotes what it could not send',
      ({ headers }) => {
        throw new TypeError(`invalid header ${headers?.authorization}`);
      },
    ],
  ])('stands in nothing that is handed out, for %s', async (_, answer) => {
    const { catalog, reports, options } = catalogOf(answer, tokenOf(FIRST, SECOND));
    const outcomes = [await catalog.search(LUMEN, options), await catalog.track(idOf(5), options), catalog.shutOut];
    const handedOut = `${JSON.stringify([outcomes, reports])}${inspect([outcomes, reports, catalog], { depth: 9 })}`;
    expect(reports.length).toBeGreaterThan(0);
    for (const secret of [FIRST, SECOND]) expect(handedOut).not.toContain(secret);
  });
});
