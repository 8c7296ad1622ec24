import type { Page } from '@cuepoint/core';

/**
 * Whether a page without data is a challenge: "prove that you are a person".
 *
 * Ordinary pages load the same service's script from `/cdn-cgi/challenge-platform/scripts/jsd/`, so that path alone
 * says nothing.
 */
export function isChallenge(page: Page): boolean {
  return saysChallenge(page) || CHALLENGE_MARKUP.test(page.body);
}

/** Whether the answer's head says so, which needs no look at the body. */
export function saysChallenge(page: Page): boolean {
  return page.headers['cf-mitigated']?.toLowerCase() === 'challenge';
}

const CHALLENGE_MARKUP = new RegExp(
  [
    '<title[^>]{0,200}>\\s{0,200}(?:just a moment|attention required! \\| cloudflare)',
    '\\b_cf_chl_opt\\b',
    '\\bcf-turnstile\\b',
    '\\bid=["\']?(?:cf-challenge|challenge-form|challenge-error)',
    'challenges\\.cloudflare\\.com/turnstile',
    '/cdn-cgi/challenge-platform/[^"\'\\s<>]{0,100}/orchestrate/',
  ].join('|'),
  'i',
);
