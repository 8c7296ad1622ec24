import type { HostGuard } from '@cuepoint/http';

/** How every tab of a browser is set up. */
export interface TabSetup {
  readonly guard: HostGuard;
  /** Sent as `User-Agent`, and what a script in the page reads. */
  readonly userAgent: string;
  /** Origins that parts of a page may come from besides those of the guard. */
  readonly partOrigins: readonly string[];
  /** Images, media and fonts are loaded too, as a person needs them. */
  readonly loadAll: boolean;
}
