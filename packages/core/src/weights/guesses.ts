import type { Weights } from './weights.js';

/**
 * What each finding was thought to be worth before any fit, by somebody who had read labelled tracks; a few were moved
 * after the first mistakes were seen (a near title, a file longer than the recording). A fit starts and is pulled back here, so that a finding that few labels speak of keeps a sensible weight instead of an accidental one.
 */
export const GUESSES: Weights = {
  prior: -7,
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
  'version.other': -4.5,
  'version.maybe-extended': -0.5,
  'version.longer': -3,
  'version.shorter': -3,
  'length.same': 2,
  'length.close': 1,
  'length.off': -0.5,
  'length.far': -1.5,
  'length.longer': -3.5,
  'length.shorter': -2.5,
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
};
