import type { CatalogFailure, CatalogOptions, Fetcher, Page, PageClass, PageRequest } from '@cuepoint/core';
import type { PageReader } from '../reading/page-reader.js';
import type { PageReading } from '../reading/page-reading.js';
import { abortedFailure, transportFailure } from './failures.js';
import { watchPage } from './page-report.js';

/** What asking for pages needs. */
export interface AskTools {
  readonly fetcher: Fetcher;
  readonly reader: PageReader;
  /** Monotonic clock in milliseconds. */
  readonly clock: () => number;
}

/**
 * Gets one page, reads it and reports it once. Never throws for what a site answers or a transport does; an error of
 * the observer `onPage` is the observer's, and passes.
 *
 * @param check Has the last word on what the page means for this question.
 * @returns what `check` made of the page, or why no page came.
 */
export async function askPage<Checked extends { readonly class: PageClass }>(
  { fetcher, reader, clock }: AskTools,
  request: PageRequest,
  { signal, onPage }: CatalogOptions,
  check: (reading: PageReading) => Checked,
): Promise<Checked | CatalogFailure> {
  if (signal?.aborted) return abortedFailure();
  const watch = watchPage(request, fetcher.name, clock);
  let page: Page;
  try {
    page = await fetcher.fetch(request, { onNote: watch.onNote, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    onPage?.(watch.failed(error));
    return signal?.aborted ? abortedFailure() : transportFailure(error);
  }
  const { reading, parseMs } = await reader.read(page, request.kind);
  const checked = check(reading);
  onPage?.(watch.answered(page, checked.class, parseMs));
  return checked;
}
