import { type CatalogFailure, type CatalogFailureKind, errorCode, errorMessage } from '@cuepoint/core';
import { type FailureClass, PAGE_CLASSES } from '../reading/page-classes.js';

/** Whether a question ended without an answer. */
export function isFailure(answer: object): answer is CatalogFailure {
  return 'ok' in answer && answer.ok === false;
}

/** The answer that a page without an answer amounts to. */
export function pageFailure(pageClass: FailureClass): CatalogFailure {
  const { kind, message } = PAGE_CLASSES[pageClass].failure;
  return { ok: false, kind, code: pageClass, message };
}

/**
 * The answer that a request without a page amounts to. Recognised by code, since the error may come from another copy
 * of the package; whatever a fetcher throws is its failure and never the caller's.
 */
export function transportFailure(error: unknown): CatalogFailure {
  const code = errorCode(error) ?? UNKNOWN_ERROR;
  const known = TRANSPORT.get(code);
  return {
    ok: false,
    kind: known?.kind ?? 'failed',
    code,
    message: known?.message ?? `The page could not be fetched: ${errorMessage(error)}`,
  };
}

/** The answer to a question that the caller has withdrawn. */
export function abortedFailure(): CatalogFailure {
  return { ok: false, kind: 'aborted', code: 'FETCH_ABORTED', message: 'Stopped before Beatport had answered.' };
}

/** Stands for the code of an error that has none: a defect of the fetcher. */
const UNKNOWN_ERROR = 'FETCH_UNKNOWN';

const TRANSPORT: ReadonlyMap<string, { readonly kind: CatalogFailureKind; readonly message: string }> = new Map([
  ['FETCH_ABORTED', { kind: 'aborted', message: abortedFailure().message }],
  [
    'FETCH_STOPPED',
    { kind: 'blocked', message: 'Beatport refused several requests in a row, so no more of them were sent.' },
  ],
  ['FETCH_BUDGET', { kind: 'failed', message: 'Not asked for: the run had sent as many requests as it may.' }],
  ['FETCH_TIMEOUT', { kind: 'failed', message: 'Beatport did not answer in time.' }],
  ['FETCH_NETWORK', { kind: 'failed', message: 'The connection to Beatport failed.' }],
  ['FETCH_TOO_LARGE', { kind: 'failed', message: 'Beatport sent a page that is far too large.' }],
  ['FETCH_HOST_REFUSED', { kind: 'failed', message: 'The page leads to a site other than Beatport.' }],
]);
