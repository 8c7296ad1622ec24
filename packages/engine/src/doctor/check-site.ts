import { createPageReader, createPageUrls, PAGE_CLASSES } from '@cuepoint/beatport';
import type { PageClass } from '@cuepoint/core';
import { createFetcher } from '../fetchers/create-fetcher.js';
import { userAgent } from '../session/user-agent.js';
import type { Settings } from '../settings/settings.js';
import { attempt, type Check } from './check.js';

/** A word that any catalogue of dance music has. */
const QUESTION = 'house';
/** Largest page read, in bytes. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/**
 * Sends one request to the configured site, as a run would, and says what the answer was. Just one: nothing is tried
 * again, and no wait that the site asks for is sat out, since nothing follows.
 */
export function checkSite(settings: Settings, toolVersion: string): Promise<Check> {
  return attempt('site', async () => {
    if (settings.offline) {
      return {
        ok: false,
        finding: 'Nothing was sent, because the setting offline is on.',
        advice: 'cuepoint config set offline false, or leave out --live.',
      };
    }
    await using fetcher = await createFetcher(settings.fetcher, settings.fetcherOption, {
      allowedOrigins: [new URL(settings.siteUrl).origin],
      timeoutMs: settings.timeout * 1_000,
      maxBodyBytes: MAX_BODY_BYTES,
      userAgent: userAgent(toolVersion),
      maxInFlight: 1,
      log: () => {},
    });
    const page = await fetcher.fetch({ url: createPageUrls(settings.siteUrl).searchTracks(QUESTION), kind: 'search' });
    const pageClass = createPageReader().classify(page, 'search');
    const advice = ADVICE[pageClass];
    return {
      ok: advice === undefined,
      finding: `${settings.siteUrl} answered with "${pageClass}" (status ${page.status}): ${PAGE_CLASSES[pageClass].summary}`,
      ...(advice === undefined ? {} : { advice }),
      pageClass,
    };
  });
}

const OTHER_WAY = 'cuepoint login lets you use the API with your own token.';
const NEWER = `Look for a newer version of CuePoint, or report this. Meanwhile ${OTHER_WAY}`;

/** What to do about an answer that is none; a run that met it could not work. */
const ADVICE: Readonly<Record<PageClass, string | undefined>> = {
  ok: undefined,
  empty: undefined,
  'not-found': 'Check the address: cuepoint config get site_url',
  'rate-limited': 'Wait some minutes, then begin with a lower rate: --max-rate 1.',
  blocked: `The site is closed to programs for now. Wait an hour or a day, not minutes; or ${OTHER_WAY}`,
  shell: NEWER,
  'missing-payload': NEWER,
  'unknown-shape': NEWER,
  transient: 'The site has a fault of its own. Try again later.',
};
