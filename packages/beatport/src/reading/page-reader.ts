import type { Classify, Page, PageKind } from '@cuepoint/core';
import type { Inspection, PageReading, ReadOptions } from './page-reading.js';
import { inspectPage } from './read-page.js';

/** A reading with what it cost. */
export interface TimedReading {
  readonly reading: PageReading;
  /** Milliseconds it took, whoever looked at the page first. */
  readonly parseMs: number;
}

/** Reads pages, each once: a policy's `classify` and the catalogue's `read` share the work. */
export interface PageReader {
  readonly classify: Classify;
  /** Reads a page; see `readPage`. Never throws for what the page holds. */
  read(page: Page, kind: PageKind): Promise<TimedReading>;
  /**
   * The page without its body, whose reading this reader remembers: about a fifth of the memory, for those who keep
   * pages. A page that is read only on demand (rendered HTML) is given back as it is.
   */
  lighten(page: Page, kind: PageKind): Page;
}

/** Settings of a reader. */
export interface PageReaderOptions extends ReadOptions {
  /** Monotonic clock in milliseconds. Default `performance.now`. */
  readonly clock?: () => number;
}

/**
 * A reader that remembers what it saw for as long as the page itself is kept. Give its `classify` to the policies and
 * the reader to the catalogue of the same run; a policy must then hand on the page object it was given.
 */
export function createPageReader(options: PageReaderOptions = {}): PageReader {
  const clock = options.clock ?? (() => performance.now());
  const seen = new WeakMap<Page, TimedInspection>();
  const inspect = (page: Page, kind: PageKind): TimedInspection => {
    const known = seen.get(page);
    if (known?.kind === kind) return known;
    const startedAt = clock();
    const inspection = inspectPage(page, kind, options);
    const timed = { kind, inspection, inspectMs: clock() - startedAt };
    seen.set(page, timed);
    return timed;
  };
  return {
    classify: (page, kind) => inspect(page, kind).inspection.class,
    read: async (page, kind) => {
      const { inspection, inspectMs } = inspect(page, kind);
      if (!('read' in inspection)) return { reading: inspection, parseMs: inspectMs };
      const startedAt = clock();
      const reading = await inspection.read();
      return { reading, parseMs: inspectMs + (clock() - startedAt) };
    },
    lighten: (page, kind) => {
      const timed = inspect(page, kind);
      if ('read' in timed.inspection) return page;
      const light = { ...page, body: '' };
      seen.set(light, { ...timed, inspectMs: 0 });
      return light;
    },
  };
}

interface TimedInspection {
  readonly kind: PageKind;
  readonly inspection: Inspection;
  readonly inspectMs: number;
}
