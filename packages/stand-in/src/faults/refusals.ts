import { escapeHtml } from '../pages/escape.js';
import { type Answer, htmlAnswer } from '../server/answer.js';
import type { FaultRule } from '../settings.js';
import { hash32 } from '../text/hash.js';

/** Where a visitor proves to be one; sets the cookie that lifts the challenge, then goes to the address in `to`. */
export const solvePath = '/__challenge/solve';

/** The answer that a fault puts in place of the one asked for, for the faults that do so. */
export function refusalOf(rule: FaultRule, address: string): Answer | undefined {
  switch (rule.name) {
    case 'rate-limited':
      return tooMany({ 'retry-after': String(rule.retryAfterS ?? 1) });
    case 'rate-limited-date':
      return tooMany({ 'retry-after': new Date(Date.now() + (rule.retryAfterS ?? 1) * 1000).toUTCString() });
    case 'rate-limited-bare':
      return tooMany({});
    case 'forbidden':
      return forbidden();
    case 'challenge':
      return challenge(403, address);
    case 'challenge-200':
      return challenge(200, address);
    case 'server-error':
      return htmlAnswer(rule.status ?? 503, [
        '<html><head><title>Service unavailable</title></head><body></body></html>',
      ]);
    case 'no-payload':
      return htmlAnswer(200, [maintenancePage]);
    default:
      return undefined;
  }
}

const maintenancePage =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Beatport</title></head>' +
  '<body><h1>We will be right back</h1><p>The store is being worked on.</p></body></html>';

/** 429, as the ceiling gives it too. */
export function tooMany(headers: Readonly<Record<string, string>>): Answer {
  return htmlAnswer(429, ['<html><head><title>Too Many Requests</title></head><body></body></html>'], headers);
}

/** 403 without more: for a robot, or too many parentheses. */
export function forbidden(): Answer {
  return htmlAnswer(403, ['<html><head><title>403 Forbidden</title></head><body>403 Forbidden</body></html>'], {
    server: 'cloudflare',
  });
}

function challenge(status: 200 | 403, address: string): Answer {
  const solve = escapeHtml(`${solvePath}?to=${encodeURIComponent(address)}`);
  return htmlAnswer(
    status,
    [
      '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>' +
        '<meta name="robots" content="noindex,nofollow"></head><body><div class="main-wrapper" id="cf-challenge">' +
        '<h1>Checking that you are human</h1>' +
        `<p>This may take a few seconds.</p><a id="challenge-solve" href="${solve}">I am</a></div></body></html>`,
    ],
    {
      server: 'cloudflare',
      'cf-ray': `${hash32(address).toString(16)}-FRA`,
      'cf-mitigated': 'challenge',
    },
  );
}
