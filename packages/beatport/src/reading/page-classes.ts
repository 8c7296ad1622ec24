import type { CatalogFailureKind, PageClass, TrackStatus } from '@cuepoint/core';

/** What follows from a page's class, for everyone who has to act on it. */
export interface PageClassRule {
  /** What was seen, in one sentence. */
  readonly summary: string;
  /** Another attempt over the same fetcher may bring the page. */
  readonly retry: boolean;
  /**
   * It counts towards the few blocked answers in a row that end a run. A rate limit does not: with ten requests in
   * flight ten such answers come at once, and waiting is the cure.
   */
  readonly countsAsBlock: boolean;
  /** Another fetcher, such as a real browser, may bring what this one did not. */
  readonly otherFetcherMayHelp: boolean;
}

/** What follows from a page that is no answer. */
export interface FailureClassRule extends PageClassRule {
  readonly failure: PageClassFailure;
}

/** How a question ends that such a page leaves without an answer. */
export interface PageClassFailure {
  readonly kind: CatalogFailureKind;
  /** The status of a track whose questions end so. */
  readonly trackStatus: TrackStatus;
  /** One sentence for the user. */
  readonly message: string;
}

/** The classes that are no answer. */
export type FailureClass = Exclude<PageClass, 'ok' | 'empty'>;

/**
 * The consequences of every class. This table is their only definition: retry, breaker, fallback and catalogue read
 * it, and none decides on its own.
 */
export const PAGE_CLASSES: Readonly<Record<PageClass, PageClassRule> & Record<FailureClass, FailureClassRule>> = {
  ok: {
    summary: 'The tracks asked for are there.',
    retry: false,
    countsAsBlock: false,
    otherFetcherMayHelp: false,
  },
  empty: {
    summary: 'A search without results. It is an answer: nothing else would find more.',
    retry: false,
    countsAsBlock: false,
    otherFetcherMayHelp: false,
  },
  'not-found': {
    summary: 'There is no such track, or it is not sold where the question came from.',
    retry: false,
    countsAsBlock: false,
    otherFetcherMayHelp: false,
    failure: { kind: 'not-found', trackStatus: 'unmatched', message: 'Beatport does not have this track (any more).' },
  },
  'rate-limited': {
    summary: 'Asked to slow down (429). The wait it asks for stands in `retry-after`, where it says.',
    retry: true,
    countsAsBlock: false,
    otherFetcherMayHelp: false,
    failure: {
      kind: 'rate-limited',
      trackStatus: 'blocked',
      message: 'Beatport asked to slow down. Wait some minutes, or lower the number of requests a second.',
    },
  },
  blocked: {
    summary: 'Shut out: a challenge page, whatever its status, or a refusal (401, 403, 451).',
    retry: false,
    countsAsBlock: true,
    otherFetcherMayHelp: true,
    failure: {
      kind: 'blocked',
      trackStatus: 'blocked',
      message: 'Beatport refused the request, so whether it has this track is not known. Try again later.',
    },
  },
  shell: {
    summary: 'A page of the site whose data only its scripts would load.',
    retry: false,
    countsAsBlock: false,
    otherFetcherMayHelp: true,
    failure: {
      kind: 'failed',
      trackStatus: 'failed',
      message: 'Beatport sent a page that fills itself only in a browser.',
    },
  },
  'missing-payload': {
    summary: 'A whole page with neither data nor the scripts that would load it.',
    retry: false,
    countsAsBlock: false,
    otherFetcherMayHelp: true,
    failure: { kind: 'failed', trackStatus: 'failed', message: 'Beatport sent a page without any track data on it.' },
  },
  'unknown-shape': {
    summary: 'Data that no parser knows, or an answer that fits no question of ours. Every fetcher would get the same.',
    retry: false,
    countsAsBlock: false,
    otherFetcherMayHelp: false,
    failure: {
      kind: 'failed',
      trackStatus: 'failed',
      message: 'Beatport answered in a form that this version of CuePoint does not know. Look for a newer version.',
    },
  },
  transient: {
    summary: 'A fault that may pass: a 5xx status, a page cut short.',
    retry: true,
    countsAsBlock: false,
    otherFetcherMayHelp: false,
    failure: {
      kind: 'failed',
      trackStatus: 'failed',
      message: 'Beatport had a fault of its own or sent half a page. Try again later.',
    },
  },
};
