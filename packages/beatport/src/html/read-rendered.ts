import type { CatalogTrack } from '@cuepoint/core';
import { type PageReading, refused } from '../reading/page-reading.js';
import type { Wanted } from '../reading/wanted.js';
import { readRenderedRows } from './rendered-rows.js';
import { readTrackHeader } from './track-header.js';

/** Reads what a page shows. This file and those it imports are loaded only for a page that has nothing else. */
export function readRendered(html: string, wanted: Wanted, baseUrl: string): PageReading {
  const tracks = tracksShown(html, wanted, baseUrl);
  return tracks.length > 0
    ? { class: 'ok', tracks, skipped: 0, source: 'html' }
    : refused('unknown-shape', 'visible rows that cannot be read');
}

function tracksShown(html: string, wanted: Wanted, baseUrl: string): readonly CatalogTrack[] {
  try {
    if (wanted.kind === 'search') return readRenderedRows(html, baseUrl);
    const track = wanted.id === undefined ? undefined : readTrackHeader(html, wanted.id, baseUrl);
    return track === undefined ? [] : [track];
  } catch (error) {
    // The tree is walked recursively: elements nested thousands deep exhaust the stack, and are no page of tracks.
    if (error instanceof RangeError) return [];
    throw error;
  }
}
