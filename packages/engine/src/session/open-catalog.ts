import { type ApiCatalog, createApiCatalog, createSiteCatalog, type PageReader } from '@cuepoint/beatport';
import { type Catalog, CuePointError, type Fetcher } from '@cuepoint/core';
import type { HaltReason } from '@cuepoint/fetch-policies';
import { createTokenSource, type TokenDescription, type TokenFile } from '../access/index.js';
import type { Settings } from '../settings/settings.js';

/** What a catalogue is opened over. */
export interface CatalogNeeds {
  readonly settings: Settings;
  readonly userAgent: string;
  /** With its policies. */
  readonly fetcher: Fetcher;
  readonly reader: PageReader;
  /** Where the user's own token is, if there is one. */
  readonly tokens: TokenFile;
  readonly onWarning?: (message: string) => void;
}

/** A catalogue, and whether it has been shut out in a way that the policies cannot see. */
export interface OpenCatalog {
  readonly catalog: Catalog;
  /** Live; undefined while all is well. */
  readonly halted: HaltReason | undefined;
}

/**
 * The catalogue that `source` names. `auto` takes the API where there is a token that is good or can be renewed: it is
 * the door the store itself opens, and pages are closed now and then.
 *
 * @throws {CuePointError} `TOKEN_MISSING` when the API is asked for and there is no token; `TOKEN_UNSAFE_ADDRESS`.
 */
export async function openCatalog(needs: CatalogNeeds): Promise<OpenCatalog> {
  const { source } = needs.settings;
  if (source === 'site') return overSite(needs);
  const token = await needs.tokens.describe();
  if (source === 'api') {
    if (token.state !== 'none') return overApi(needs);
    throw new CuePointError('TOKEN_MISSING', 'The API needs your own token, and there is none.', {
      hint: 'cuepoint login keeps one; --source site reads the pages instead.',
    });
  }
  if (token.state === 'none') return overSite(needs);
  if (isUsable(token)) return overApi(needs);
  needs.onWarning?.(
    'Your API token has expired; reading the pages of the site instead. cuepoint login takes a new one.',
  );
  return overSite(needs);
}

function isUsable(token: TokenDescription): boolean {
  return token.state === 'valid' || (token.state === 'expired' && token.renewable === 'yes');
}

function overSite({ settings, fetcher, reader }: CatalogNeeds): OpenCatalog {
  return { catalog: createSiteCatalog({ fetcher, baseUrl: settings.siteUrl, reader }), halted: undefined };
}

function overApi({ settings, userAgent, fetcher, reader, tokens }: CatalogNeeds): OpenCatalog {
  const token = createTokenSource({ file: tokens, apiUrl: settings.apiUrl, userAgent });
  const catalog: ApiCatalog = createApiCatalog({ fetcher, baseUrl: settings.apiUrl, token, reader });
  return {
    catalog,
    get halted() {
      const { shutOut } = catalog;
      if (shutOut === undefined) return undefined;
      return {
        kind: 'blocked' as const,
        message: shutOut.message,
        hint: 'cuepoint login takes a new token; --source site reads the pages.',
      };
    },
  };
}
