import {
  type AttemptReport,
  errorCode,
  type FetchNote,
  type Page,
  type PageClass,
  type PageReport,
  type PageRequest,
} from '@cuepoint/core';

/** Watches one request and writes its report. */
export interface PageWatch {
  /** Handed to the fetcher. */
  readonly onNote: (note: FetchNote) => void;
  /** The report of a page that came. */
  answered(page: Page, outcome: PageClass, parseMs: number): PageReport;
  /** The report of a request that failed. */
  failed(error: unknown): PageReport;
}

/**
 * Begins to watch a request. A fetcher stack tells of its waits and attempts by notes; a bare fetcher sends none, and
 * the report is then made from the page's own timing.
 *
 * @param fetchedBy Name of the fetcher, for an attempt that it does not report itself.
 * @param clock Monotonic clock in milliseconds.
 */
export function watchPage(request: PageRequest, fetchedBy: string, clock: () => number): PageWatch {
  const startedAt = clock();
  const attempts: AttemptReport[] = [];
  let queueWaitMs = 0;
  let cacheHit = false;

  const report = (made: readonly AttemptReport[], rest: Pick<PageReport, 'outcome' | 'parseMs' | 'bodyBytes'>) => ({
    url: request.url,
    kind: request.kind,
    cacheHit,
    attempts: made,
    queueWaitMs,
    networkMs: sum(made, (attempt) => attempt.networkMs),
    wireBytes: sum(made, (attempt) => attempt.wireBytes),
    startedAt,
    endedAt: clock(),
    ...rest,
  });

  return {
    onNote: (note) => {
      if (note.type === 'wait') queueWaitMs += note.ms;
      else if (note.type === 'attempt') attempts.push(note.attempt);
      else cacheHit ||= note.hit;
    },
    answered: (page, outcome, parseMs) => {
      const unreported = attempts.length === 0 && !cacheHit;
      const made = unreported ? [attemptOf(page, outcome)] : attempts;
      return { ...report(made, { outcome, parseMs, bodyBytes: page.timing.bodyBytes }), status: page.status };
    },
    failed: (error) => {
      const code = errorCode(error);
      const sent = code === undefined || !NEVER_SENT.has(code);
      const made = attempts.length === 0 && sent ? [lostAttempt(fetchedBy, startedAt, clock(), code)] : attempts;
      return {
        ...report(made, { outcome: 'error', parseMs: 0, bodyBytes: 0 }),
        ...(code === undefined ? {} : { errorCode: code }),
      };
    },
  };
}

/** Ends of a request that no attempt need have preceded; where one had, its fetcher stack tells. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'FETCH_STOPPED',
  'FETCH_BUDGET',
  'FETCH_HOST_REFUSED',
  'FETCH_ABORTED',
]);

function attemptOf(page: Page, outcome: PageClass): AttemptReport {
  const { startedAt, networkMs, bodyBytes, wireBytes = bodyBytes } = page.timing;
  return { fetchedBy: page.fetchedBy, startedAt, networkMs, status: page.status, outcome, wireBytes, bodyBytes };
}

function lostAttempt(fetchedBy: string, startedAt: number, endedAt: number, code: string | undefined): AttemptReport {
  const lost = {
    fetchedBy,
    startedAt,
    networkMs: endedAt - startedAt,
    outcome: 'error',
    wireBytes: 0,
    bodyBytes: 0,
  } as const;
  return code === undefined ? lost : { ...lost, errorCode: code };
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
