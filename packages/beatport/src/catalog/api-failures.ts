import { type CatalogFailure, errorCode, errorMessage } from '@cuepoint/core';
import type { RefusedReading } from '../reading/page-reading.js';
import { pageFailure } from './failures.js';

/** The answer that a refusal of the API amounts to: its own reason where it gave one, else what its class says. */
export function apiFailure({ reason, class: pageClass }: RefusedReading): CatalogFailure {
  return reason === undefined ? pageFailure(pageClass) : REASONS[reason];
}

/** The answer to a question for which no token could be had. The source's own words say why and what helps. */
export function tokenFailure(error: unknown): CatalogFailure {
  const hint = typeof error === 'object' && error !== null && 'hint' in error ? error.hint : undefined;
  return {
    ok: false,
    kind: 'blocked',
    code: errorCode(error) ?? 'API_TOKEN_UNAVAILABLE',
    message: [errorMessage(error), ...(typeof hint === 'string' ? [hint] : [])].join(' '),
  };
}

const REASONS: Readonly<Record<NonNullable<RefusedReading['reason']>, CatalogFailure>> = {
  token: {
    ok: false,
    kind: 'blocked',
    code: 'API_TOKEN_REFUSED',
    message: "Beatport's API does not take the token: it has expired or was withdrawn. Log in with a new one.",
  },
  plan: {
    ok: false,
    kind: 'failed',
    code: 'API_PLAN_TOO_SMALL',
    message: "Beatport's API does not let this account ask for tracks. Use the web site as the source instead.",
  },
  territory: {
    ok: false,
    kind: 'not-found',
    code: 'API_TERRITORY_RESTRICTED',
    message: "Beatport's API does not give this track out in your country, though the web site may show it.",
  },
};
