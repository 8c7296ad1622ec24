/**
 * Forms of the search page: `2023` as first built on Next.js, `2026` with an anonymous session, the visitor's place and
 * a plain query key.
 */
export type SearchGeneration = (typeof searchGenerations)[number];

/** Forms of the track page: `old` holds the track as the API gives it, `flat` (since 2026) a shape of its own. */
export type TrackGeneration = (typeof trackGenerations)[number];

/** Every form of the search page, oldest first. */
export const searchGenerations = ['2023', '2026'] as const;

/** Every form of the track page, oldest first. */
export const trackGenerations = ['old', 'flat'] as const;
