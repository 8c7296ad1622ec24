import { isSite } from '../slots/junk.js';
import { fold } from '../text/fold.js';
import { similarity } from '../text/similarity.js';
import type { CatalogTrack } from '../track/catalog-track.js';
import type { LibraryTrack } from '../track/library-track.js';
import type { Found } from './finding.js';

const LABEL_NOISE = /\b(?:records?|recordings|music|recs|digital|label|ltd|uk|us)\b/g;

/** Compares the labels. Undefined where either side does not say, or where a download site put its address. */
export function compareLabel(track: LibraryTrack, candidate: CatalogTrack): Found | undefined {
  if (candidate.label === undefined || track.label.trim() === '' || isSite(track.label)) return undefined;
  const mine = plainLabel(track.label);
  const theirs = plainLabel(candidate.label);
  const detail = `${track.label} against ${candidate.label}`;
  if (mine === theirs || similarity(mine, theirs) >= 0.85) return { finding: 'label.same', verdict: 'agree', detail };
  return { finding: 'label.other', verdict: 'disagree', detail };
}

/** Compares the years. A file may be tagged with the year of any re-release, so a difference says little. */
export function compareYear(track: LibraryTrack, candidate: CatalogTrack): Found | undefined {
  if (track.year === undefined || candidate.releaseDate === undefined) return undefined;
  const theirs = Number(candidate.releaseDate.slice(0, 4));
  const detail = `${track.year} against ${theirs}`;
  const apart = Math.abs(track.year - theirs);
  if (apart <= 1) return { finding: 'year.same', verdict: 'agree', detail };
  return apart > 2 ? { finding: 'year.other', verdict: 'unknown', detail } : undefined;
}

/** Compares album and release; only agreement is told, since a track is on many releases. */
export function compareRelease(track: LibraryTrack, candidate: CatalogTrack): Found | undefined {
  if (candidate.releaseName === undefined || track.album.trim() === '' || isSite(track.album)) return undefined;
  if (similarity(fold(track.album), fold(candidate.releaseName)) < 0.8) return undefined;
  return { finding: 'release.same', verdict: 'agree', detail: candidate.releaseName };
}

function plainLabel(label: string): string {
  const folded = fold(label);
  return folded.replace(LABEL_NOISE, '').replace(/\s+/g, ' ').trim() || folded;
}
