import { errorMessage, FetchError } from '@cuepoint/core';
import type { Response } from 'playwright-core';
import { networkErrorIn, TabLost } from './browser-error.js';
import { type Got, isHtml, isShutOut } from './page-of-visit.js';
import type { Person } from './person.js';
import type { Tab } from './tab.js';
import { until } from './until.js';
import type { Visit } from './visit.js';
import { dataOf, drawnBody } from './wait-for-data.js';

/** How long a navigation may take, in milliseconds. */
export interface NavigationLimits {
  /** For the answer, to its last byte. */
  readonly answerMs: number;
  /** For a script to bring the data after that. */
  readonly resultsMs: number;
}

/**
 * Goes to a page as a person would by typing its address, and gives what is there once its data is.
 *
 * An answer that is no page, or no good one, is handed on as it came. A page is given as its data script alone, or
 * as it is drawn; where no data comes in time, as it is drawn by then.
 *
 * @throws {FetchError} or whatever Playwright throws of a tab that is gone.
 */
export async function navigate(
  tab: Tab,
  visit: Visit,
  limits: NavigationLimits,
  person: Person | undefined,
): Promise<Arrived> {
  const startedAt = performance.now();
  tab.inside = false;
  const answer = await goThere(tab, visit, limits.answerMs);
  const outcome = answer.isShutOut ? await person?.waitFor(tab, visit) : undefined;
  if (outcome?.kind === 'ask-again') return navigate(tab, visit, limits, undefined);
  if (outcome?.kind === 'shown')
    return arrived(tab, { startedAt, ...answerOf(visit) }, await drawnBody(tab, visit, outcome.shown), true);
  const { response, isShutOut, isEmpty } = answer;
  const isGood = response.ok() && !isShutOut;
  if (isEmpty || !isGood || !isHtml(response.headers())) {
    const body = isEmpty ? '' : await until(response.text(), visit.signal);
    return arrived(tab, { startedAt, ...answer }, body, isGood);
  }
  const shown = await dataOf(tab, visit, limits.resultsMs);
  const page = await arrived(tab, { startedAt, ...answer }, await drawnBody(tab, visit, shown), true);
  return { ...page, hasData: shown !== undefined };
}

/** The page, and whether the data was there. */
export interface Arrived extends Got {
  readonly hasData: boolean;
}

async function arrived(
  tab: Tab,
  { startedAt, headAt, response }: { startedAt: number; headAt: number; response: Response },
  body: string,
  isGood: boolean,
): Promise<Arrived> {
  tab.inside = isGood;
  return {
    url: response.url(),
    status: response.status(),
    headers: response.headers(),
    body,
    startedAt,
    headAt,
    endAt: performance.now(),
    wireBytes: await wireBytesOf(response),
    hasData: isGood,
  };
}

interface Landing {
  readonly response: Response;
  readonly headAt: number;
  readonly isShutOut: boolean;
  /** The answer has no body to show. */
  readonly isEmpty: boolean;
}

/** Gets the answer, whole. */
async function goThere(tab: Tab, visit: Visit, ms: number): Promise<Landing> {
  const address = new URL(visit.url);
  // To another part of the page that is open the browser would only scroll.
  address.hash = '';
  visit.limit(ms);
  const isEmpty = await go(tab, visit, address.href);
  if (isEmpty) tab.isSpoilt = true;
  const { response, headAt } = answerOf(visit);
  if (!isEmpty) await until(response.finished(), visit.signal);
  visit.untimed();
  return { response, headAt, isEmpty, isShutOut: isShutOut(response.status(), response.headers()) };
}

/** True when an answer came that has no body to show. */
async function go(tab: Tab, visit: Visit, url: string): Promise<boolean> {
  try {
    await until(tab.page.goto(url, { waitUntil: 'commit', timeout: 0 }), visit.signal);
    return false;
  } catch (error) {
    visit.signal.throwIfAborted();
    if (visit.isDownload) throw noPage(visit);
    const code = networkErrorIn(errorMessage(error));
    // This is how Chromium says "404 without a body", and "204".
    const hasAnswer = visit.answer !== undefined && (code === 'ERR_HTTP_RESPONSE_CODE_FAILURE' || isBodiless(visit));
    if (hasAnswer) return true;
    // Nobody here stopped it, so its process died: the news of that comes later than this.
    if (code === 'ERR_ABORTED') throw new TabLost('The tab gave the page up', { cause: error });
    throw error;
  }
}

function isBodiless({ answer }: Visit): boolean {
  const status = answer?.response.status();
  return status === 204 || status === 205;
}

function answerOf(visit: Visit): NonNullable<Visit['answer']> {
  if (visit.answer === undefined) throw new FetchError('FETCH_NETWORK', visit.asked, 'The browser tells of no answer');
  return visit.answer;
}

function noPage(visit: Visit): FetchError {
  return new FetchError('FETCH_NETWORK', visit.asked, 'The answer is a file to save, not a page');
}

async function wireBytesOf(response: Response): Promise<number | undefined> {
  try {
    return (await response.request().sizes()).responseBodySize;
  } catch {
    return undefined;
  }
}
