/**
 * The parts of the matcher, for those who fit its weights or study a decision. Less stable than the package's main
 * entry: the parts may be cut anew in any version.
 *
 * @packageDocumentation
 */
export { type Comparison, compare, type Subject } from '../evidence/compare.js';
export { findIdentifiers, type Identifiers } from '../evidence/identifiers.js';
export { describeVersion } from '../evidence/version.js';
export { CandidatePool, type Standing } from '../match/candidate-pool.js';
export { CUTS, type Decision, decide } from '../match/decide.js';
export { type Explanation, explainTrack } from '../match/explain-track.js';
export { type PlannedQuery, planQueries } from '../query/plan.js';
export { posterior } from '../score/posterior.js';
export { type Compared, groupByRecording, type Recording, type ReleasePreference } from '../score/recordings.js';
export { catalogSlots } from '../slots/catalog-slots.js';
export { readTrack } from '../slots/readings.js';
export type { Reading, ReadingSource, Slots } from '../slots/slots.js';
export type { Version } from '../versions/version.js';
export type { Flavour, LengthClass } from '../versions/vocabulary.js';
export { FIT_DEFAULTS, type FitOptions, fitWeights, type LabelledTrack } from '../weights/fit.js';
export { GUESSES } from '../weights/guesses.js';
export { type Finding, WEIGHTS, type Weights } from '../weights/weights.js';
