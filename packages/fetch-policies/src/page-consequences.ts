import type { Classify, Page, PageClass } from '@cuepoint/core';

/** What the policies do with an answer. */
export interface Consequence {
  /** The site did what was asked: it is open to us. */
  readonly good: boolean;
  /** Counts towards the end of the run. */
  readonly blocked: boolean;
  /** `attempt`: sent again, within the attempts; `hold`: the host is left alone first, at no attempt. */
  readonly again: 'no' | 'attempt' | 'hold';
}

const GOOD: Consequence = { good: true, blocked: false, again: 'no' };
const USELESS: Consequence = { good: false, blocked: false, again: 'no' };

/** One row per class of page; only good answers are kept. */
export const PAGE_CONSEQUENCES: Readonly<Record<PageClass, Consequence>> = {
  ok: GOOD,
  empty: GOOD,
  'not-found': GOOD,
  'rate-limited': { good: false, blocked: false, again: 'hold' },
  blocked: { good: false, blocked: true, again: 'no' },
  // Asked for again, these would look the same: only another fetcher or a newer parser can help.
  shell: USELESS,
  'missing-payload': USELESS,
  'unknown-shape': USELESS,
  transient: { good: false, blocked: false, again: 'attempt' },
};

/** The same verdicts, each page looked at once: five policies ask, and a page can be 200 KB. */
export function classifyOnce(classify: Classify): Classify {
  const verdicts = new WeakMap<Page, PageClass>();
  return (page, kind) => {
    const known = verdicts.get(page);
    if (known !== undefined) return known;
    const verdict = classify(page, kind);
    verdicts.set(page, verdict);
    return verdict;
  };
}
