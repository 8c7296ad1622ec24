import type { Version } from '../versions/version.js';

/** A title and its credits, taken apart and folded, ready to compare. Made once for each track and candidate. */
export interface Slots {
  /** Folded title stem. */
  readonly work: string;
  /** The stem with its subtitle; equal to `work` where there is none. */
  readonly fullWork: string;
  /** Main artists, as written. */
  readonly artists: readonly string[];
  readonly featured: readonly string[];
  readonly version: Version;
  /** Folded words of each main artist. */
  readonly artistWords: readonly (readonly string[])[];
  /** Folded words of everyone credited anywhere: artists, featured, remixers. */
  readonly credits: ReadonlySet<string>;
}

/** Where a reading of a library track was taken from. */
export type ReadingSource = 'tags' | 'name' | 'name swapped' | 'name without its middle' | 'file name';

/** One way to read a library track. Tags are ambiguous ("A - B" is artist and title, or title and subtitle). */
export interface Reading extends Slots {
  readonly source: ReadingSource;
  /** The title stem as written, for queries. */
  readonly title: string;
  /** Log-odds against this reading, 0 for the plainest one. */
  readonly penalty: number;
}
