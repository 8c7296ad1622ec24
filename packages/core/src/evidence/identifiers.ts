import type { CatalogTrack, CatalogTrackId } from '../track/catalog-track.js';
import type { LibraryTrack } from '../track/library-track.js';
import type { Found } from './finding.js';

/** Identifiers that an export happens to hold. */
export interface Identifiers {
  /** From the name of a file bought at the store ("16556978_All The Love_(Extended Mix).mp3") or a link in the comment. */
  readonly trackId?: CatalogTrackId;
  readonly isrc?: string;
}

const PURCHASE = /(?:^|\/)(\d{5,9})_[^/]*$/;
const LINK = /beatport\.com\/(?:[a-z]{2}\/)?track\/[^/\s]*\/(\d{1,9})/i;
const ISRC = /\b([A-Z]{2}-?[A-Z0-9]{3}-?\d{2}-?\d{5})\b/;

/** Finds identifiers in a track's path and comment. */
export function findIdentifiers(track: LibraryTrack): Identifiers {
  const number =
    PURCHASE.exec(track.path ?? '')?.[1] ?? PURCHASE.exec(track.name)?.[1] ?? LINK.exec(track.comments)?.[1];
  const isrc = ISRC.exec(track.comments)?.[1]?.replaceAll('-', '');
  return {
    ...(number === undefined ? {} : { trackId: Number(number) as CatalogTrackId }),
    ...(isrc === undefined ? {} : { isrc }),
  };
}

/** An identifier acquits but does not convict: equal ones speak for a candidate, others say nothing. */
export function compareIdentifiers(identifiers: Identifiers, candidate: CatalogTrack): Found | undefined {
  if (identifiers.trackId === candidate.id) {
    return { finding: 'identifier.same', verdict: 'agree', detail: `track number ${candidate.id}` };
  }
  if (identifiers.isrc !== undefined && identifiers.isrc === candidate.isrc) {
    return { finding: 'identifier.same', verdict: 'agree', detail: `ISRC ${identifiers.isrc}` };
  }
  return undefined;
}
