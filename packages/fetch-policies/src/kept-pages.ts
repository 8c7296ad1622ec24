import type { Page } from '@cuepoint/core';

/** Pages by URL, up to a number of bytes; the ones not asked for longest make room. */
export class KeptPages {
  readonly #most: number;
  readonly #pages = new Map<string, Page>();
  #bytes = 0;

  /** @param most Bytes of bodies. A page larger than this is not kept at all. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Bytes of the bodies held. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The page of a URL; it counts as just used. */
  get(url: string): Page | undefined {
    const page = this.#pages.get(url);
    if (page === undefined) return undefined;
    // A Map keeps the order of insertion, so the first entry is always the one unused for longest.
    this.#pages.delete(url);
    this.#pages.set(url, page);
    return page;
  }

  /** Keeps a page in place of any other of that URL. */
  put(url: string, page: Page): void {
    this.#drop(url);
    if (sizeOf(page) > this.#most) return;
    this.#pages.set(url, page);
    this.#bytes += sizeOf(page);
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#most) return;
      this.#drop(oldest);
    }
  }

  #drop(url: string): void {
    const page = this.#pages.get(url);
    if (page === undefined) return;
    this.#pages.delete(url);
    this.#bytes -= sizeOf(page);
  }
}

/** The larger of two measures: a fetcher that forgets to count must not make pages weigh nothing. */
function sizeOf(page: Page): number {
  return Math.max(page.body.length, page.timing.bodyBytes);
}
