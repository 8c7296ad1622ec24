import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createApiCatalog, isCatalogTrackId } from '@cuepoint/beatport';
import type { Fetcher, PageReport } from '@cuepoint/core';
import { createTokenSource, openTokenFile } from '@cuepoint/engine';
import asyncFetcher from '@cuepoint/fetch-async';
import { type CatalogueRow, type StandIn, startStandIn } from '@cuepoint/stand-in';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const catalogue: readonly CatalogueRow[] = Array.from({ length: 40 }, (_, n) => ({
  id: 1_000 + n,
  name: `Pier ${n}`,
  artists: ['Mara Venn'],
}));
const SECRET = /stand-in-(?:token|refresh-token|access-\d+|refresh-\d+)/;

let standIn: StandIn;
let fetcher: Fetcher;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuepoint-access-'));
  standIn = await startStandIn({ catalogue, apiTokenRequests: 12 });
  fetcher = await asyncFetcher.create(
    { connections: 10 },
    {
      allowedOrigins: [standIn.url],
      timeoutMs: 20_000,
      maxBodyBytes: 1_000_000,
      userAgent: 'CuePoint/0',
      maxInFlight: 10,
      log: () => {},
    },
  );
});
afterAll(async () => {
  await fetcher[Symbol.asyncDispose]();
  await standIn.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a run with the token of the file', () => {
  it('has it renewed whenever it expires, keeps the newest, and writes it nowhere else', async () => {
    const file = openTokenFile({ folder, clientId: 'stand-in-client' });
    const described = await file.login(
      JSON.stringify({ access_token: 'stand-in-token', refresh_token: 'stand-in-refresh-token', expires_in: 36_000 }),
    );
    const token = createTokenSource({ file, apiUrl: standIn.apiUrl, userAgent: 'CuePoint/0' });
    const catalog = createApiCatalog({ fetcher, baseUrl: standIn.apiUrl, token });
    const reports: PageReport[] = [];
    const outcomes = await catalog.tracks(catalogue.map(({ id }) => id).filter(isCatalogTrackId), {
      concurrency: 10,
      onPage: (report) => reports.push(report),
    });
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.track.id : outcome.code))).toEqual(
      catalogue.map(({ id }) => id),
    );

    // 40 tracks at 12 uses a token: the first one and three renewed ones.
    const renewals = standIn.requests.filter(({ path }) => path === '/v4/auth/o/token/');
    expect(renewals.map(({ method, status }) => [method, status])).toEqual(Array(3).fill(['POST', 200]));
    const stored = await file.read();
    expect([stored?.accessToken.reveal(), stored?.refreshToken?.reveal()]).toEqual([
      'stand-in-access-3',
      'stand-in-refresh-3',
    ]);

    const handedOut = [described, await file.describe(), outcomes, reports, stored, catalog.shutOut];
    expect(`${JSON.stringify(handedOut)}${inspect([handedOut, file, token], { depth: Infinity })}`).not.toMatch(SECRET);
    expect(JSON.stringify(standIn.requests)).not.toMatch(SECRET);
    expect(await readdir(folder)).toEqual(['token.json']);
    expect(file.redact(await readFile(file.path, 'utf8'))).not.toMatch(SECRET);
  });
});
