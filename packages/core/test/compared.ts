import { compare } from '../src/evidence/compare.js';
import { findIdentifiers } from '../src/evidence/identifiers.js';
import type { Compared } from '../src/score/recordings.js';
import { catalogSlots } from '../src/slots/catalog-slots.js';
import { readTrack } from '../src/slots/readings.js';
import type { LibraryTrack } from '../src/track/library-track.js';
import { WEIGHTS } from '../src/weights/weights.js';
import { catalogTrack, libraryTrack, type StoreFields } from './tracks.js';

/** A track as the matcher sees it before it asks anything. */
export function subjectOf(fields: Partial<LibraryTrack>) {
  const track = libraryTrack(fields);
  return { track, readings: readTrack(track), identifiers: findIdentifiers(track) };
}

/** A candidate compared with a row of the library, with the weights in use. */
export function compared(mine: Partial<LibraryTrack>, theirs: StoreFields): Compared {
  const track = catalogTrack(theirs);
  const slots = catalogSlots(track);
  const comparison = compare(subjectOf(mine), track, slots, WEIGHTS);
  if (comparison === undefined) throw new Error('the row has nothing to compare');
  return { track, slots, comparison };
}
