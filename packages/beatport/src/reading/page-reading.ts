import type { CatalogTrack } from '@cuepoint/core';
import type { FailureClass } from './page-classes.js';

/** What was read from a page: its class, and with it the tracks or the reason why there are none. */
export type PageReading = TracksReading | EmptyReading | RefusedReading;

/** The tracks asked for are there. */
export interface TracksReading {
  readonly class: 'ok';
  /** At least one; of a track page exactly one. */
  readonly tracks: readonly CatalogTrack[];
  /** Rows that are tracks and could not be read. */
  readonly skipped: number;
  /** Where they stood: in the page's data, or only in its visible rows, which say less. */
  readonly source: 'payload' | 'html';
}

/** A search that found nothing. */
export interface EmptyReading {
  readonly class: 'empty';
}

/** No tracks, for a reason. */
export interface RefusedReading {
  readonly class: FailureClass;
  /** What was seen, for a developer: "status 503", "the payload is not JSON". */
  readonly detail: string;
  /** What the API gave as its reason, where it gave one that leads to something else than its class does. */
  readonly reason?: RefusalReason;
}

/**
 * Why the API refuses.
 *
 * - `token`: it was sent none, or one that it does not take (any more). A newer one opens it again.
 * - `plan`: the token is good, and its account may not ask this.
 * - `territory`: it does not give this one track out where the question came from; the site may show it all the same.
 */
export type RefusalReason = 'token' | 'plan' | 'territory';

/** Settings of reading. */
export interface ReadOptions {
  /** Origin the tracks' links lead to. Default the real site. */
  readonly baseUrl?: string;
}

/** A reading without tracks. */
export function refused(
  pageClass: RefusedReading['class'],
  detail: string,
  reason?: RefusalReason | undefined,
): RefusedReading {
  return { class: pageClass, detail, ...(reason === undefined ? {} : { reason }) };
}

/** What can be told of a page without parsing HTML. */
export type Inspection = PageReading | RenderedPage;

/** A page whose tracks stand only in what it shows; to read them takes the HTML parser, which is loaded then. */
export interface RenderedPage {
  readonly class: 'ok';
  readonly read: () => Promise<PageReading>;
}
