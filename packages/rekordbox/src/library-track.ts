import type { LibraryTrack, TrackSource } from '@cuepoint/core';
import type { RekordboxTrack } from './library.js';
import { decodeLocation, type TrackLocation } from './track-location.js';

/** The samples and demo tracks that come with Rekordbox lie in folders of these names, whatever else was renamed. */
const FACTORY_FOLDER = /(?:^|\/)(?:rekordbox|PioneerDJ)\/(?:Sampler|Demo Tracks)\//i;

const DECIMAL = /^\d{1,9}(?:\.\d{1,9})?$/;
const YEAR = /^[1-9]\d{3}$/;
/** Above this, `AverageBpm` is no tempo: Rekordbox itself analyses up to 250. */
const HIGHEST_BPM = 1000;

/** A track as the rest of CuePoint sees it. Numbers that are 0, missing or not numbers are absent. */
export function toLibraryTrack(track: RekordboxTrack): LibraryTrack {
  const text = (name: string): string => track.attribute(name) ?? '';
  const location = decodeLocation(text('Location'));
  const durationSeconds = Math.round(positiveNumber(text('TotalTime')));
  const bpm = positiveNumber(text('AverageBpm'));
  const year = text('Year').trim();
  return {
    trackId: track.trackId,
    name: text('Name'),
    artist: text('Artist'),
    album: text('Album'),
    remixer: text('Remixer'),
    mix: text('Mix'),
    label: text('Label'),
    genre: text('Genre'),
    comments: text('Comments'),
    tonality: text('Tonality'),
    ...(durationSeconds > 0 ? { durationSeconds } : {}),
    ...(bpm > 0 && bpm < HIGHEST_BPM ? { bpm } : {}),
    ...(YEAR.test(year) ? { year: Number(year) } : {}),
    ...(location.kind === 'file' ? { path: location.path } : {}),
    source: sourceOf(location),
  };
}

/** A track without any Location counts as a file: hand-stripped exports have none, and their tracks can be matched. */
function sourceOf(location: TrackLocation): TrackSource {
  if (location.kind === 'streaming') return 'streaming';
  return location.kind === 'file' && FACTORY_FOLDER.test(location.path) ? 'factory-sample' : 'file';
}

/** 0 for whatever is no plain decimal number: exports write "." and no grouping in every language. */
function positiveNumber(text: string): number {
  const trimmed = text.trim();
  return DECIMAL.test(trimmed) ? Number(trimmed) : 0;
}
