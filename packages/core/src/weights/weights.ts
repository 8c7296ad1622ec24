/**
 * What each finding is worth: natural-log likelihood ratios, above 0 for the candidate, below 0 against it. `prior` is
 * the log-odds that a recording of which nothing is known yet is the one looked for.
 *
 * The figures come from labelled tracks by `npm run accuracy -- --fit` (see `docs/accuracy.md`).
 */
export const WEIGHTS = {
  prior: -6.94,
  'title.same': 3.88,
  'title.near': 3.29,
  'title.weak': 0.88,
  'title.other': -12,
  'artists.same': 3.83,
  'artists.some': 2.57,
  'artists.other': -3.58,
  'remixer.same': 1.74,
  'remixer.partly': -0.17,
  'remixer.other': -6.97,
  'remixer.missing': -5.27,
  'remixer.extra': -5.11,
  'version.same': 1.63,
  'version.related': -1.29,
  'version.other': -5.87,
  'version.maybe-extended': 0.33,
  'version.longer': -1.33,
  'version.shorter': -4.42,
  'length.same': 1.6,
  'length.close': 1.47,
  'length.off': -0.3,
  'length.far': -0.98,
  'length.longer': -4.06,
  'length.shorter': -2.66,
  'bpm.same': 0.35,
  'bpm.other': -0.49,
  'key.same': 0.96,
  'key.near': 0.53,
  'key.other': -1.54,
  'label.same': 1.5,
  'label.other': -0.3,
  'year.same': 0.4,
  'year.other': -0.4,
  'release.same': 1,
  'identifier.same': 6,
} as const satisfies Readonly<Record<string, number>>;

/** Name of a finding: what was compared, and what was found. */
export type Finding = Exclude<keyof typeof WEIGHTS, 'prior'>;

/** A set of weights, such as a fit gives. */
export type Weights = Readonly<Record<keyof typeof WEIGHTS, number>>;
