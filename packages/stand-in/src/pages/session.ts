import { stableUuid } from '../text/hash.js';
import type { SearchGeneration } from './generations.js';

/** Seconds that the site's anonymous session lasts. */
const sessionSeconds = 600;

/**
 * What a page tells of its visitor's session: an opaque token and tracing marks in 2023, an anonymous session since.
 * All of it is made up and opens nothing.
 */
export function sessionProps(generation: SearchGeneration, route: string): Readonly<Record<string, unknown>> {
  if (generation === '2023') {
    return {
      _sentryTraceData: `${stableUuid('trace').replaceAll('-', '')}-0`,
      _sentryBaggage: `sentry-environment=production,sentry-transaction=${encodeURIComponent(route)},sentry-sampled=false`,
      accessToken: stableUuid('access').replaceAll('-', '').slice(0, 30),
    };
  }
  const now = Date.now();
  return {
    anonSession: {
      access_token: `made-up.${stableUuid('session')}.${stableUuid('signature')}`,
      expires_in: sessionSeconds,
      token_type: 'Bearer',
      scope: 'app:prostore user:anon',
      create_date: `${new Date(now).toUTCString().replace(/^(\w+), (\d+) (\w+)/, '$1 $3 $2')}+0000 (Coordinated Universal Time)`,
      expirationTime: now + sessionSeconds * 1000,
    },
  };
}
