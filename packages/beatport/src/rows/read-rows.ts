import type { CatalogTrack, CatalogTrackId } from '@cuepoint/core';
import type { z } from 'zod';
import { member } from '../payload/member.js';
import { isCatalogTrackId } from '../urls/track-id.js';
import { apiTrack } from './api-track.js';
import { flatTrack } from './flat-track.js';
import { searchRow } from './search-row.js';
import { type TrackFields, toCatalogTrack } from './track-fields.js';

/** What a list of rows held. */
export interface ReadRows {
  /** In the store's order, each id once. */
  readonly tracks: readonly CatalogTrack[];
  /** Rows that are tracks and could not be read. Rows of another kind are not counted. */
  readonly skipped: number;
}

/**
 * Reads rows of any generation, each by its own shape: pages of one site mix them, and a generation is replaced in one
 * place before the others.
 *
 * @param baseUrl Origin the tracks' links lead to.
 */
export function readRows(rows: readonly unknown[], baseUrl: string): ReadRows {
  const tracks = new Map<CatalogTrackId, CatalogTrack>();
  let skipped = 0;
  for (const row of rows) {
    if (!looksLikeTrack(row)) continue;
    const read = schemaOf(row).safeParse(row);
    if (!read.success) skipped += 1;
    else if (!tracks.has(read.data.id)) tracks.set(read.data.id, toCatalogTrack(read.data, baseUrl));
  }
  return { tracks: [...tracks.values()], skipped };
}

/** Whether a row means to be a track. Releases and charts of the API shape also have an id, a name and people. */
export function looksLikeTrack(row: unknown): boolean {
  if (has(row, 'track_id')) return has(row, 'track_name');
  return has(row, 'id') && has(row, 'name') && ['mix_name', 'length_ms', 'isrc'].some((name) => has(row, name));
}

/** The id a track's row gives, whatever its generation. */
export function trackIdOf(row: unknown): CatalogTrackId | undefined {
  const id = Number(member(row, 'track_id') ?? member(row, 'id'));
  return isCatalogTrackId(id) ? id : undefined;
}

function schemaOf(row: unknown): z.ZodType<TrackFields> {
  if (!has(row, 'track_id')) return apiTrack;
  // The flat shape shares id, name and mix with the search row; what it says beyond them is named otherwise.
  const searchOnly = ['key_name', 'length', 'publish_date', 'release_date'].some((name) => has(row, name));
  return searchOnly || member(row, 'artists', '0', 'artist_name') !== undefined ? searchRow : flatTrack;
}

function has(row: unknown, name: string): boolean {
  return member(row, name) !== undefined;
}
