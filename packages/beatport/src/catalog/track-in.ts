import type { CatalogTrack, CatalogTrackId } from '@cuepoint/core';
import { type PageReading, type RefusedReading, refused } from '../reading/page-reading.js';

/** The one track that was asked for. */
export interface TrackReading {
  readonly class: 'ok';
  readonly track: CatalogTrack;
}

/** The track asked for. Beatport may lead an old number to a newer delivery, which is a track of its own. */
export function trackIn(reading: PageReading, id: CatalogTrackId): TrackReading | RefusedReading {
  if (reading.class === 'empty') return refused('unknown-shape', 'a list where a track should be');
  if (reading.class !== 'ok') return reading;
  const track = reading.tracks.find((one) => one.id === id);
  return track === undefined ? refused('not-found', 'the page of another track') : { class: 'ok', track };
}
