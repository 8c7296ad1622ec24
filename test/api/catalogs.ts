import { createApiCatalog, createPageReader, createSiteCatalog, type TokenSource } from '@cuepoint/beatport';
import type { Catalog, CatalogTrack, Fetcher } from '@cuepoint/core';
import asyncFetcher from '@cuepoint/fetch-async';
import type { StandIn } from '@cuepoint/stand-in';

/** A fetcher for a stand-in, with no policies around it. */
export async function fetcherFor(standIn: StandIn): Promise<Fetcher> {
  const options = await asyncFetcher.options['~standard'].validate({});
  if (options.issues !== undefined) throw new Error('the fetcher refuses its own defaults');
  return asyncFetcher.create(options.value, {
    allowedOrigins: [standIn.url],
    timeoutMs: 20_000,
    maxBodyBytes: 16 * 1024 * 1024,
    userAgent: 'CuePoint/0 (tests)',
    maxInFlight: 50,
    log: () => {},
  });
}

/** Site and API of one stand-in as catalogues, over one fetcher. */
export function catalogsOf(standIn: StandIn, fetcher: Fetcher): { readonly site: Catalog; readonly api: Catalog } {
  const reader = createPageReader();
  return {
    site: createSiteCatalog({ fetcher, reader, baseUrl: standIn.url }),
    api: createApiCatalog({ fetcher, reader, baseUrl: standIn.apiUrl, token: fixedToken('stand-in-token') }),
  };
}

/** A token that is never renewed. */
export function fixedToken(token: string): TokenSource {
  return { current: async () => token, refresh: async () => undefined };
}

/** The tracks that a search gives; fails the test when it has no answer. */
export async function found(catalog: Catalog, text: string): Promise<readonly CatalogTrack[]> {
  const outcome = await catalog.search({ text, type: /^[A-Z]{3}\w{2}\d{7}$/.test(text) ? 'isrc' : 'priority' });
  if (!outcome.ok) throw new Error(`${catalog.name}: ${outcome.code}: ${outcome.message}`);
  return outcome.tracks;
}
