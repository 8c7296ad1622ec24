import { CuePointError, fold, type LibraryTrack, similarity } from '@cuepoint/core';
import { type RekordboxLibrary, toLibraryTrack } from '@cuepoint/rekordbox';

/** Most tracks named in one message; the rest are counted. */
const TRACKS_SHOWN = 10;
/** Tracks suggested when none was found. */
const SUGGESTIONS = 3;
/** Below this a title is no help as a suggestion. */
const LEAST_SIMILARITY = 0.6;

/**
 * Finds the track a person means: by its TrackID, else by its title, else by a part of "Artist Title", without regard to
 * case, accents and punctuation. The first of these that any track answers to decides.
 *
 * @throws {CuePointError} `TRACK_NOT_FOUND`, its hint naming the closest titles; `TRACK_AMBIGUOUS`, with the tracks and
 *   their ids, when several answer equally well.
 */
export function findTrack(library: Pick<RekordboxLibrary, 'tracks'>, text: string): LibraryTrack {
  const byId = library.tracks.get(text.trim());
  if (byId !== undefined) return toLibraryTrack(byId);
  const wanted = fold(text);
  const tracks = [...library.tracks.values()].map(toLibraryTrack);
  const found = answering(tracks, wanted);
  const [first, ...others] = found;
  if (first === undefined) throw notFound(tracks, text, wanted);
  if (others.length > 0) throw ambiguous(found, text);
  return first;
}

function answering(tracks: readonly LibraryTrack[], wanted: string): readonly LibraryTrack[] {
  if (wanted === '') return [];
  const whole = tracks.filter((track) => fold(track.name) === wanted);
  if (whole.length > 0) return whole;
  return tracks.filter((track) => fold(`${track.artist} ${track.name}`).includes(wanted));
}

function ambiguous(found: readonly LibraryTrack[], text: string): CuePointError {
  const width = Math.max(...found.map((track) => track.trackId.length));
  const shown = found.slice(0, TRACKS_SHOWN).map((track) => `  ${track.trackId.padStart(width)}  ${nameOf(track)}`);
  const more = found.length - shown.length;
  return new CuePointError(
    'TRACK_AMBIGUOUS',
    [`"${text}" fits ${found.length} tracks:`, ...shown, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n'),
    { hint: 'Give the id of the one you mean, or more of its title.' },
  );
}

function notFound(tracks: readonly LibraryTrack[], text: string, wanted: string): CuePointError {
  const near = (wanted === '' ? [] : tracks)
    .map((track) => ({ track, alike: similarity(wanted, fold(track.name)) }))
    .filter(({ alike }) => alike >= LEAST_SIMILARITY)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, SUGGESTIONS)
    .map(({ track }) => `${nameOf(track)} (${track.trackId})`);
  return new CuePointError('TRACK_NOT_FOUND', `There is no track "${text}" in the collection.`, {
    hint:
      near.length > 0
        ? `Did you mean ${near.join(', or ')}?`
        : 'Give its TrackID, which stands in results.csv and results.json as track_id, or a part of its title.',
  });
}

/** Attributes hold whatever was typed into a tag, and one track is one line here. */
function nameOf({ artist, name }: LibraryTrack): string {
  const parts = [artist, name].map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
  return parts.join(' – ') || '(no title)';
}
