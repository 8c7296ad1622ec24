/**
 * What each finding is worth: natural-log likelihood ratios, above 0 for the candidate, below 0 against it. `prior` is
 * the log-odds that a recording of which nothing is known yet is the one looked for.
 *
 * The figures come from labelled tracks by `npm run accuracy -- --fit` (see `docs/accuracy.md`).
 */
export const WEIGHTS = {
  prior: -7.5,
  'title.same': 5,
  'title.near': 4,
  'title.weak': -1,
  'title.other': -12,
  'artists.same': 4.5,
  'artists.some': 2.5,
  'artists.other': -5,
  'remixer.same': 3,
  'remixer.partly': 0,
  'remixer.other': -6,
  'remixer.missing': -5,
  'remixer.extra': -5,
  'version.same': 1,
  'version.related': -1,
  'version.other': -7,
  'version.maybe-extended': -0.5,
  'version.longer': -4,
  'version.shorter': -4,
  'length.same': 2,
  'length.close': 1,
  'length.off': -0.5,
  'length.far': -1.5,
  'length.other': -2.5,
  'bpm.same': 1,
  'bpm.other': -1.2,
  'key.same': 1.2,
  'key.near': -0.3,
  'key.other': -1,
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
