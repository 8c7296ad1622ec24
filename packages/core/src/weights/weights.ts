/**
 * What each finding is worth: natural-log likelihood ratios, above 0 for the candidate, below 0 against it. `prior` is
 * the log-odds that a recording of which nothing is known yet is the one looked for.
 *
 * The figures come from labelled tracks by `npm run accuracy -- --fit` (see `docs/accuracy.md`).
 */
export const WEIGHTS = {
  prior: -6.85,
  'title.same': 3.6,
  'title.near': 3.19,
  'title.weak': 1.37,
  'title.other': -12,
  'artists.same': 3.9,
  'artists.some': 2.58,
  'artists.other': -3.57,
  'remixer.same': 1.71,
  'remixer.partly': -0.17,
  'remixer.other': -7.02,
  'remixer.missing': -5.28,
  'remixer.extra': -5.12,
  'version.same': 1.72,
  'version.related': -1.29,
  'version.other': -5.9,
  'version.maybe-extended': 0.36,
  'version.longer': -1.32,
  'version.shorter': -4.41,
  'length.same': 1.59,
  'length.close': 1.46,
  'length.off': -0.13,
  'length.far': -1.02,
  'length.longer': -4.08,
  'length.shorter': -2.68,
  'bpm.same': 0.41,
  'bpm.other': -0.46,
  'key.same': 1.03,
  'key.near': 0.56,
  'key.other': -1.53,
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
