import type { Catalog, CatalogTrackId } from '@cuepoint/core';
import { explainTrack } from '@cuepoint/core/matching';
import { describe, expect, it } from 'vitest';
import { candidate, matched } from '../../test-support/results.js';
import { type ExplanationDocument, toExplanationDocument } from './explanation-document.js';

const id = (value: number) => value as CatalogTrackId;

/** A shop that sells one recording twice, and a dub of it. */
const SOLD = [
  candidate().track,
  candidate({ id: id(4712), releaseDate: '2020-01-01' }).track,
  candidate({ id: id(4713), mixName: 'Dub', remixers: [], lengthMs: 300_000, isrc: 'GBABC1900002' }).track,
];
const shop: Catalog = {
  name: 'shop',
  search: async () => ({ ok: true, tracks: SOLD }),
  track: async () => ({ ok: false, kind: 'not-found', code: 'not-found', message: 'There is no such track.' }),
  tracks: async () => [],
  searchAndFetch: async () => ({ ok: true, tracks: SOLD }),
};

async function explained(): Promise<ExplanationDocument> {
  const { track } = matched();
  const entry = {
    playlist: 'Collection',
    playlistIndex: 1,
    track: { ...track, name: 'Night Bus (Cy Extended Mix)', durationSeconds: 372, path: '/music/Ada Lund - Bus.mp3' },
  };
  const explanation = await explainTrack(entry, { catalog: shop });
  const context = { library: 'library.xml', noneScore: 0.4, requests: 1 };
  return toExplanationDocument({ ...explanation, ...context }, '1.2.3');
}

describe('toExplanationDocument', () => {
  it('survives JSON as it is: no sets, nothing undefined, no -0', async () => {
    const document = await explained();
    expect(JSON.parse(JSON.stringify(document))).toStrictEqual(document);
    expect(document).toMatchObject({
      tool_version: '1.2.3',
      library: 'library.xml',
      requests: 1,
      none_of_them: { score: 0.4, log_odds: 0 },
      tags: { name: 'Night Bus (Cy Extended Mix)', duration_seconds: 372, bpm: null, source: 'file' },
      identifiers: { beatport_track_id: null, isrc: null },
    });
  });

  it('holds every reading, with its slots as lists', async () => {
    const { readings } = await explained();
    expect(readings.map(({ source, work, penalty }) => [source, work, penalty > 0])).toEqual([
      ['tags', 'night bus', false],
      ['file name', 'bus', true],
    ]);
    expect(readings[0]).toMatchObject({ artists: ['Ada Lund', 'Bo & Co'], remixer_words: ['cy'] });
    expect(readings[0]?.version).toEqual({ classes: expect.any(Array), length: 'extended', stated: true });
  });

  it('holds every recording with all its releases, whose figures add up', async () => {
    const { recordings, readings, weights, result } = await explained();
    expect(recordings.map(({ members }) => members.map((member) => member.beatport_track_id))).toEqual([
      [4711, 4712],
      [4713],
    ]);
    expect(recordings[0]?.members[0]?.beatport_other_ids).toEqual([4712]);
    expect(result.candidates.map((row) => row.match_score)).toEqual(recordings.map(({ score }) => score));
    for (const { members, log_odds } of recordings) {
      for (const member of members) {
        const sum = member.evidence.reduce((total, { weight }) => total + weight, weights.prior ?? Number.NaN);
        expect(sum - (readings[member.reading]?.penalty ?? Number.NaN)).toBeCloseTo(member.log_odds, 1);
        for (const { finding, weight } of member.evidence) expect(weights[finding ?? '']).toBe(weight);
      }
      expect(log_odds).toBe(Math.max(...members.map((member) => member.log_odds)));
    }
  });
});
