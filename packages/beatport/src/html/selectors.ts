/**
 * What a rendered page shows once its data is there; also what a rendering fetcher waits for. Class names end in a
 * hash that changes with every release of the site, so only their beginnings are used.
 */
export const RENDERED = {
  /** One track in any list of tracks. */
  trackRow: '[data-testid="tracks-table-row"]',
  /** Title of a track page. */
  trackHeader: 'h1[class*="TrackHeader-style__Name"]',
} as const;
