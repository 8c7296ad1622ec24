import type { PageClass, PageKind } from '@cuepoint/core';

/** The answers worth keeping: what a site says of its catalogue, never what it says of us. */
export const KEPT_CLASSES = ['ok', 'empty', 'not-found'] as const satisfies readonly PageClass[];

/** A class of page that may be kept. */
export type KeptClass = (typeof KEPT_CLASSES)[number];

/** Whether a page of this class may be kept. A challenge kept as an answer would shut a user out for days. */
export function isKeptClass(value: PageClass): value is KeptClass {
  return KEPT_CLASSES.some((kept) => kept === value);
}

/** A page to keep. */
export interface NewPage {
  /** The URL that was asked for; the page is found again by it. */
  readonly url: string;
  readonly kind: PageKind;
  readonly class: KeptClass;
  /** HTTP status. */
  readonly status: number;
  /** The URL that answered: after redirects, if there were any. */
  readonly answeredUrl: string;
  /** What a parser needs of the body. Headers are not kept: they hold cookies, and nothing of an answer. */
  readonly body: string;
  /** Name of the fetcher that got it. */
  readonly fetchedBy: string;
  /** Milliseconds since 1970. Default: now. */
  readonly fetchedAt?: number;
}

/** A page that was kept. */
export interface KeptPage extends NewPage {
  readonly fetchedAt: number;
  /** SHA-256 of the body, in hexadecimal: tells whether a page has changed. */
  readonly contentHash: string;
}
