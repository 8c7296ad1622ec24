import type { Page } from '@cuepoint/core';
import type { Visit } from './visit.js';

/** What a tab learned about one request. Times in milliseconds on the monotonic clock. */
export interface Got {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly startedAt: number;
  readonly headAt: number;
  readonly endAt: number;
  /** As they came over the wire. */
  readonly wireBytes?: number | undefined;
  /** Bytes of the body as it was sent, where the body is handed on unchanged. Default: of the text in UTF-8. */
  readonly bodyBytes?: number;
}

/**
 * The page as the contract wants it.
 *
 * @throws {FetchError} `FETCH_TOO_LARGE`
 */
export function pageOf(visit: Visit, got: Got, fetchedBy: string): Page {
  const { url, status, startedAt, headAt, endAt, wireBytes } = got;
  const { body, bodyBytes } = visit.withinLimit(got.body);
  return {
    url,
    status,
    headers: Object.fromEntries(
      // Playwright puts several cookies on lines of their own.
      Object.entries(got.headers).map(([name, value]) => [name.toLowerCase(), value.replaceAll('\n', ', ')]),
    ),
    body,
    fetchedBy,
    timing: {
      startedAt,
      networkMs: endAt - startedAt,
      firstByteMs: headAt - startedAt,
      bodyMs: endAt - headAt,
      ...(wireBytes === undefined ? {} : { wireBytes }),
      bodyBytes: got.bodyBytes ?? bodyBytes,
    },
  };
}

/** Whether an answer is a page, in which data could be drawn. */
export function isHtml(headers: Readonly<Record<string, string>>): boolean {
  return /html/i.test(headers['content-type'] ?? '');
}

/** Whether the site's shield marked the answer as a challenge, or just refused. */
export function isShutOut(status: number, headers: Readonly<Record<string, string>>): boolean {
  return status === 403 || headers['cf-mitigated']?.toLowerCase() === 'challenge';
}
