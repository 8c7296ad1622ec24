import { type Comparison, compare, type Subject } from '../evidence/compare.js';
import { posterior } from '../score/posterior.js';
import { type Compared, groupByRecording, type Recording, type ReleasePreference } from '../score/recordings.js';
import { catalogSlots } from '../slots/catalog-slots.js';
import type { CatalogTrack, CatalogTrackId } from '../track/catalog-track.js';
import type { Weights } from '../weights/weights.js';

/** The recordings found so far, best first, with their scores (0–100, one decimal). */
export interface Standing {
  readonly recordings: readonly Recording[];
  readonly scores: readonly number[];
}

/** The candidates of one track, gathered over its queries. */
export class CandidatePool {
  readonly #subject: Subject;
  readonly #weights: Weights;
  readonly #prefer: ReleasePreference;
  readonly #compared = new Map<CatalogTrackId, Compared>();
  readonly #seen = new Set<CatalogTrackId>();

  constructor(subject: Subject, weights: Weights, prefer: ReleasePreference) {
    this.#subject = subject;
    this.#weights = weights;
    this.#prefer = prefer;
  }

  /** Different candidates seen. */
  get size(): number {
    return this.#seen.size;
  }

  /** Whether a version of the work itself has been found. */
  get hasWork(): boolean {
    for (const compared of this.#compared.values()) if (compared.comparison.sameWork) return true;
    return false;
  }

  /** Compares the candidates that are new; those with another title count as seen and are not kept. */
  add(tracks: readonly CatalogTrack[]): void {
    for (const track of tracks) {
      if (this.#seen.has(track.id)) continue;
      this.#seen.add(track.id);
      const slots = catalogSlots(track);
      const comparison = compare(this.#subject, track, slots, this.#weights);
      if (comparison !== undefined && !isHopeless(comparison))
        this.#compared.set(track.id, { track, slots, comparison });
    }
  }

  /** Groups, scores and ranks what is there. */
  standing(): Standing {
    const recordings = groupByRecording([...this.#compared.values()], this.#prefer);
    const scores = posterior(recordings).map((probability) => Math.round(probability * 1000) / 10);
    return { recordings, scores };
  }
}

function isHopeless(comparison: Comparison): boolean {
  return comparison.evidence.length === 1;
}
