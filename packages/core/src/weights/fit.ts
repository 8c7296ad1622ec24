import { compare, type Subject } from '../evidence/compare.js';
import { posterior } from '../score/posterior.js';
import { type Compared, groupByRecording } from '../score/recordings.js';
import type { Slots } from '../slots/slots.js';
import type { CatalogTrack, CatalogTrackId } from '../track/catalog-track.js';
import { GUESSES } from './guesses.js';
import type { Finding, Weights } from './weights.js';

/** A labelled track with the candidates that a search gave for it. */
export interface LabelledTrack {
  readonly subject: Subject;
  readonly candidates: readonly { readonly track: CatalogTrack; readonly slots: Slots }[];
  /** Ids that are right; empty when the track is not sold. */
  readonly right: ReadonlySet<CatalogTrackId>;
}

/** How a fit is made. */
export interface FitOptions {
  /** What a fit starts from and is pulled back to. */
  readonly guesses: Weights;
  /** How strongly: the price, in log-likelihood, of half the square of one unit away from a guess. */
  readonly ridge: number;
  /** How often the best reading of each track is chosen anew by the weights so far. */
  readonly rounds: number;
  /** Steps of gradient descent in each round. */
  readonly steps: number;
  /** Findings that keep their guess, because the labels at hand cannot tell what they are worth. */
  readonly frozen: readonly Finding[];
}

/** Every default of a fit. */
export const FIT_DEFAULTS: FitOptions = {
  guesses: GUESSES,
  ridge: 0.5,
  rounds: 3,
  steps: 300,
  // Where a catalogue was written from the tags themselves, these agree more often than in any store.
  frozen: ['label.same', 'label.other', 'year.same', 'year.other', 'release.same'],
};

type Name = keyof Weights;

/** One recording of a labelled track, as the fit sees it. */
interface Choice {
  readonly names: readonly Name[];
  readonly penalty: number;
  readonly right: boolean;
}

/**
 * The weights under which the labels are most probable: a choice among the recordings found and "none of them"
 * (conditional logit), with the guesses as a Gaussian prior. The same labels give the same weights.
 */
export function fitWeights(tracks: readonly LabelledTrack[], options: Partial<FitOptions> = {}): Weights {
  const settings = { ...FIT_DEFAULTS, ...options };
  let weights = settings.guesses;
  for (let round = 0; round < settings.rounds; round += 1) {
    const choices = tracks.map((track) => choicesOf(track, weights)).filter((one) => one.length > 0);
    weights = descend(choices, weights, settings);
  }
  return weights;
}

function choicesOf({ subject, candidates, right }: LabelledTrack, weights: Weights): readonly Choice[] {
  const compared: Compared[] = [];
  for (const { track, slots } of candidates) {
    const comparison = compare(subject, track, slots, weights);
    // A candidate with another title is dropped before it is weighed, in a run as here.
    if (comparison !== undefined && comparison.findings.length > 1) compared.push({ track, slots, comparison });
  }
  return groupByRecording(compared).map(({ members }) => {
    const best = members.reduce((a, b) => (b.comparison.logOdds > a.comparison.logOdds ? b : a));
    return {
      names: ['prior', ...best.comparison.findings],
      penalty: best.comparison.reading.penalty,
      right: members.some((member) => right.has(member.track.id)),
    };
  });
}

/** Adam, which needs no step size to be chosen for each weight: some findings occur in every track, some in three. */
function descend(tracks: readonly (readonly Choice[])[], from: Weights, options: FitOptions): Weights {
  const { guesses, ridge, steps, frozen } = options;
  const kept = new Set<string>(frozen);
  const names = Object.keys(guesses).filter((name): name is Name => name in guesses && !kept.has(name));
  const weights: Record<Name, number> = { ...from };
  const mean = new Map<Name, number>();
  const square = new Map<Name, number>();
  for (let step = 1; step <= steps; step += 1) {
    const slope = slopeAt(tracks, weights);
    for (const name of names) {
      const down = (slope.get(name) ?? 0) + ridge * (weights[name] - guesses[name]);
      const m = 0.9 * (mean.get(name) ?? 0) + 0.1 * down;
      const v = 0.999 * (square.get(name) ?? 0) + 0.001 * down * down;
      mean.set(name, m);
      square.set(name, v);
      weights[name] -= (0.05 * (m / (1 - 0.9 ** step))) / (Math.sqrt(v / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return weights;
}

/** Of the negative log-likelihood: for each finding, how much too probable the recordings that show it are. */
function slopeAt(tracks: readonly (readonly Choice[])[], weights: Weights): ReadonlyMap<Name, number> {
  const slope = new Map<Name, number>();
  for (const choices of tracks) {
    const logOdds = choices.map(({ names, penalty }) => names.reduce((sum, name) => sum + weights[name], -penalty));
    const shares = posterior(logOdds.map((value) => ({ logOdds: value })));
    const answer = choices.findIndex((choice) => choice.right);
    for (const [at, { names }] of choices.entries()) {
      const excess = (shares[at] ?? 0) - (at === answer ? 1 : 0);
      for (const name of names) slope.set(name, (slope.get(name) ?? 0) + excess);
    }
  }
  return slope;
}
