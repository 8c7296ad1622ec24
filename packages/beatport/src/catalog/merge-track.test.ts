import type { CatalogTrack } from '@cuepoint/core';
import { describe, expect, it } from 'vitest';
import { flatTrackOf, searchRowOf } from '../../test/tracks.js';
import { readRows } from '../rows/read-rows.js';
import { mergeTrack } from './merge-track.js';

/** The track of a row. */
function trackOf(row: object): CatalogTrack {
  const [track] = readRows([row], 'https://www.beatport.com').tracks;
  if (track === undefined) throw new Error('the fixture is no track');
  return track;
}

describe('mergeTrack', () => {
  it('lets the page win where both speak', () => {
    const page = trackOf(
      flatTrackOf({ bpm: 125, label: { name: 'New Label' }, artists: [{ id: 32, name: 'Oona', type: 'Artist' }] }),
    );
    const merged = mergeTrack(trackOf(searchRowOf()), page);
    expect(merged).toMatchObject({ bpm: 125, label: 'New Label', artists: [{ id: 32, name: 'Oona' }] });
  });

  it('fills from the row what the page leaves out', () => {
    const bare = trackOf({ track_id: 4100001, track_name: 'Lumen Drift', isrc: 'GBABC2400099' });
    const row = trackOf(searchRowOf());
    expect(mergeTrack(row, bare)).toEqual({ ...row, isrc: 'GBABC2400099' });
  });

  it('keeps a key and its name together', () => {
    const row = trackOf(searchRowOf({ key_name: 'C Major' }));
    const odd = mergeTrack(row, trackOf(flatTrackOf({ key: 'H Lydian' })));
    expect(odd.keyName).toBe('H Lydian');
    expect(odd).not.toHaveProperty('key');
    expect(mergeTrack(row, trackOf(flatTrackOf({ key: null, key_camelot: null })))).toMatchObject({
      keyName: 'C Major',
      key: { wheel: 8, mode: 'major' },
    });
  });
});
